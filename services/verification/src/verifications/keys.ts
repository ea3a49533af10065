import { decodeMultikey, resolveDidKey, type ResolveKey } from '@laurel/credentials';
import type { Issuer } from '@laurel/events';

/**
 * Finds keys without asking anybody: those of the issuer, from its events, retired ones among them so that what they signed
 * stays checkable; else the one that a did:key is.
 */
export const keysOf = (issuer: Issuer | undefined): ResolveKey => (verificationMethod) => {
  const key = issuer?.keys.find(({ id }) => id === verificationMethod);
  if (issuer && key) return { publicKey: decodeMultikey(key.publicKeyMultibase), controller: issuer.id };
  if (verificationMethod.startsWith('did:key:')) return resolveDidKey(verificationMethod);
  if (issuer && verificationMethod.startsWith(`${issuer.id}#`)) return { code: 'unknown-key', detail: 'the issuer has no such key' };
  return { code: 'unsupported-did-method', detail: `the keys of ${verificationMethod.split('#')[0]?.slice(0, 200)} are not fetched here; only our own issuers and did:key are checked` };
};
