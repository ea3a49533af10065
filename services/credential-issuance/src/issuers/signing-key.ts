import { didKey, encodeMultikey, publicKeyOf, SIGNING_KEY_TYPES, type PublicKey, type SigningKeyType } from '@laurel/credentials';
import { FORMATS } from '@laurel/credentials/signing';
import { Id, Instant, type IssuerKey } from '@laurel/events';
import { generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';

/** What a key signs. A did:key has room for one key, which then signs both. */
export const KeyUse = z.enum(['credentials', 'status-lists']);
export type KeyUse = z.infer<typeof KeyUse>;

/** A private key as it is kept: sealed under the key-encryption key for its own id. */
export const SigningKey = z.object({
  /** DID URL of the verification method; its fragment is the public key as a Multikey. */
  id: z.string().startsWith('did:'),
  providerId: Id,
  use: KeyUse,
  type: z.enum(SIGNING_KEY_TYPES),
  sealed: z.instanceof(Buffer),
  createdAt: Instant,
});
export type SigningKey = z.infer<typeof SigningKey>;

/** A private key in PKCS #8 (RFC 5958, DER), by what it will be known as. */
export type OpenKey = Omit<SigningKey, 'sealed'> & { readonly pkcs8: Buffer };

export type KeyKind = Pick<SigningKey, 'use' | 'type'>;

/** One of each kind that a format takes, that of credentials as they are stored first. */
const CREDENTIAL_KEYS: readonly KeyKind[] = [...new Set(Object.values(FORMATS).map(({ keyType }) => keyType))].map((type) => ({ use: 'credentials', type }));
/** Bitstring lists are signed with Ed25519, token status lists with P-256, which more wallets know. */
const STATUS_LIST_KEYS: readonly KeyKind[] = [{ use: 'status-lists', type: 'Ed25519' }, { use: 'status-lists', type: 'P-256' }];

/** The keys that an issuer has, the one of its credentials as they are stored first. */
export const keyKinds = (isWeb: boolean): readonly KeyKind[] => (isWeb ? [...CREDENTIAL_KEYS, ...STATUS_LIST_KEYS] : CREDENTIAL_KEYS);

/** A new key, under the DID of its issuer or else as a did:key of its own. */
export function newKey({ use, type }: KeyKind, providerId: string, createdAt: string, issuer?: string): OpenKey {
  const { privateKey } = type === 'Ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: type });
  const publicKey = publicKeyOf(privateKey) as PublicKey<SigningKeyType>;
  return { id: `${issuer ?? didKey(publicKey)}#${encodeMultikey(publicKey)}`, providerId, use, type, createdAt, pkcs8: privateKey.export({ type: 'pkcs8', format: 'der' }) };
}

/** The Multikey in the id of a verification method of ours. */
export const multikeyOf = (verificationMethod: string): string => verificationMethod.slice(verificationMethod.indexOf('#') + 1);

/** What everybody may know of a key. */
export const publicPart = ({ id, createdAt }: OpenKey): IssuerKey => ({ id, publicKeyMultibase: multikeyOf(id), from: createdAt });
