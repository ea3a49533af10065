import { Instant } from '@laurel/events';
import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { Email } from '../learners/learner.js';

export const RequestCode = z.strictObject({ email: Email });
export type RequestCode = z.infer<typeof RequestCode>;

export const SignIn = RequestCode.extend({ code: z.string().regex(/^\d{6}$/, 'must be the six digits of the mail') });
export type SignIn = z.infer<typeof SignIn>;

export const SignedIn = z.object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int(), scope: z.literal('learner') });
export type SignedIn = z.infer<typeof SignedIn>;

export const SignInCode = z.object({
  id: z.uuid(), email: z.string(), codeHash: z.string(), learnerId: z.uuid().optional(), createdAt: Instant, expiresAt: Instant, tries: z.int(), usedAt: Instant.optional(),
});
export type SignInCode = z.infer<typeof SignInCode>;

/** How long a code is good, in milliseconds, and for how many tries. */
export const CODE_LIFETIME = 10 * 60 * 1000;
export const MOST_TRIES = 5;
/** Codes that one address may ask for in an hour. */
export const MOST_CODES = 5;

export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** Six digits are guessed at once from a plain hash, so it is keyed, and bound to the request that it belongs to. */
export const hashCode = (key: Uint8Array, id: string, code: string): string => createHmac('sha256', key).update(`sign-in ${id} ${code}`).digest('base64url');

export const sameHash = (one: string, other: string): boolean => timingSafeEqual(Buffer.from(one), Buffer.from(other));
