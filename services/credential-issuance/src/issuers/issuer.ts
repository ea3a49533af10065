import { didKey, didWeb, encodeMultikey, publicKeyOf, type PublicKey, type SigningKeyType } from '@laurel/credentials';
import { Id, Instant, Issuer, type IssuerKey, type Provider } from '@laurel/events';
import type { PublicOrigin } from '@laurel/runtime';
import { generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';

export const IssuerRow = Issuer.extend({ version: z.int().min(1) });
export type IssuerRow = z.infer<typeof IssuerRow>;

/** What a key signs. A did:key has room for one key, which then signs both. */
export const KeyUse = z.enum(['credentials', 'status-lists']);
export type KeyUse = z.infer<typeof KeyUse>;

/** A private key as it is kept: sealed under the key-encryption key for its own id. */
export const SigningKey = z.object({
  /** DID URL of the verification method; its fragment is the public key as a Multikey. */
  id: z.string().startsWith('did:'),
  providerId: Id,
  use: KeyUse,
  sealed: z.instanceof(Buffer),
  createdAt: Instant,
});
export type SigningKey = z.infer<typeof SigningKey>;

/** A private key in PKCS #8 (RFC 5958, DER), by what it will be known as. */
export type OpenKey = Omit<SigningKey, 'sealed'> & { readonly pkcs8: Buffer };

/** A new issuer for a provider: did:web where its document can be fetched over https, else did:key. */
export function newIssuer({ id: providerId, name, url }: Provider, origin: PublicOrigin, createdAt: string): { issuer: IssuerRow; keys: OpenKey[] } {
  const pairs: [NewPair, ...NewPair[]] = origin.isSecure ? [newPair('credentials'), newPair('status-lists')] : [newPair('credentials')];
  const did = origin.isSecure ? didWeb(origin.url, providerId) : didKey(pairs[0].publicKey);
  const keys = pairs.map(({ use, publicKey, pkcs8 }) => ({ id: `${did}#${encodeMultikey(publicKey)}`, providerId, use, createdAt, pkcs8 }));
  return { issuer: { id: did, providerId, name, url, version: 1, keys: keys.map(publicPart) }, keys };
}

/** The Multikey in the id of a verification method of ours. */
export const multikeyOf = (verificationMethod: string): string => verificationMethod.slice(verificationMethod.indexOf('#') + 1);

const publicPart = ({ id, createdAt }: OpenKey): IssuerKey => ({ id, publicKeyMultibase: multikeyOf(id), from: createdAt });

type NewPair = ReturnType<typeof newPair>;

function newPair(use: KeyUse) {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { use, publicKey: publicKeyOf(privateKey) as PublicKey<SigningKeyType>, pkcs8: privateKey.export({ type: 'pkcs8', format: 'der' }) };
}
