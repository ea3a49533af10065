import { decodeMultikey, fault, resolveOffline, type ResolveKey } from '@laurel/credentials';
import { didOfKey, type Issuer } from '@laurel/events';

/**
 * Finds keys without asking anybody: those of the issuer, from its events, retired ones among them so that what they signed
 * stays checkable; else the one that a did:key or did:jwk is.
 */
export const keysOf = (issuer: Issuer | undefined): ResolveKey => (verificationMethod, purpose) => {
  const key = issuer?.keys.find(({ id }) => id === verificationMethod);
  if (key) return { publicKey: decodeMultikey(key.publicKeyMultibase), controller: didOfKey(key) };
  if (issuer && verificationMethod.startsWith(`${issuer.id}#`)) return fault('unknown-key', { controller: issuer.name });
  return resolveOffline(verificationMethod, purpose);
};
