import { resolveDidJwk } from './did-jwk.js';
import { resolveDidKey } from './did-key.js';
import { fault } from '../words/fault.js';
import { didMethodOf, type KeyResolution, type ProofPurpose } from './key-resolution.js';

/** The keys that a DID is by itself, did:key and did:jwk; of all other methods none. */
export function resolveOffline(verificationMethod: string, purpose: ProofPurpose): KeyResolution {
  if (verificationMethod.startsWith('did:jwk:')) return resolveDidJwk(verificationMethod, purpose);
  if (verificationMethod.startsWith('did:key:')) return resolveDidKey(verificationMethod);
  return fault('unsupported-did-method', { method: didMethodOf(verificationMethod) });
}
