import { Instant, Name } from '@laurel/events';
import { ClientScope } from '@laurel/http';
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);
/** RFC 7914 section 2; 32 MB and some 60 ms a try. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

const Scopes = z.array(ClientScope).min(1).refine((scopes) => new Set(scopes).size === scopes.length, 'each scope once')
  .meta({ description: 'what its tokens are good for: the whole administration (provider), wording credentials itself under the provider\'s keys (credentials:issue), or both' });

export const CreateClient = z.strictObject({ name: Name, scopes: Scopes.default(['provider']) });
export type CreateClient = z.infer<typeof CreateClient>;

export const ClientRow = z.object({ id: z.uuid(), providerId: z.uuid(), name: Name, scopes: Scopes, secretHash: z.string(), createdAt: Instant, revokedAt: Instant.optional() });
export type ClientRow = z.infer<typeof ClientRow>;

/** A new client with its secret, which is shown this once. */
export const NewClient = z.object({ clientId: z.uuid(), clientSecret: z.string(), name: Name, scopes: Scopes, providerId: z.uuid(), createdAt: Instant });
export type NewClient = z.infer<typeof NewClient>;

/** Clients that a provider has at a time: the one in use and the one that replaces it. */
export const MOST_CLIENTS = 2;

export const newSecret = (): string => randomBytes(32).toString('base64url');

/** A salted hash by a slow function, as `scrypt$salt$key` in base64url. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString('base64url')}$${(await derive(secret, salt, 32, COST)).toString('base64url')}`;
}

export async function matchesSecret(secret: string, hash: string): Promise<boolean> {
  const [, salt = '', key = ''] = hash.split('$');
  return timingSafeEqual(await derive(secret, Buffer.from(salt, 'base64url'), 32, COST), Buffer.from(key, 'base64url'));
}
