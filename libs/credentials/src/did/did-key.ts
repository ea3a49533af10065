import { CredentialError } from '../credential-error.js';
import type { KeyResolution } from './key-resolution.js';
import { decodeMultikey, encodeMultikey } from './multikey.js';

const PREFIX = 'did:key:';

/** The did:key of an Ed25519 public key of 32 bytes (did:key Method 0.9 section 3.1). */
export const didKey = (publicKey: Uint8Array): string => `${PREFIX}${encodeMultikey(publicKey)}`;

/** The one verification method of a did:key: `did:key:z6Mk...#z6Mk...`. */
export const didKeyVerificationMethod = (did: string): string => `${did}#${did.slice(PREFIX.length)}`;

/** The Ed25519 public key, 32 bytes, of a did:key. Throws `invalid-did` or `invalid-key`. */
export function parseDidKey(did: string): Uint8Array {
  if (!did.startsWith(PREFIX)) throw new CredentialError('invalid-did', `${did} is not a did:key`);
  return decodeMultikey(did.slice(PREFIX.length));
}

/** Resolves a did:key verification method offline; its fragment must repeat the key. */
export function resolveDidKey(verificationMethod: string): KeyResolution {
  const [did = '', fragment] = verificationMethod.split('#', 2);
  if (!did.startsWith(PREFIX)) {
    return { code: 'unsupported-did-method', detail: `${verificationMethod} is not a did:key` };
  }
  if (verificationMethod !== didKeyVerificationMethod(did) || fragment === undefined) {
    return { code: 'invalid-verification-method', detail: 'the verification method of a did:key is the DID, # and its key again' };
  }
  try {
    return { publicKey: parseDidKey(did), controller: did };
  } catch {
    return { code: 'unknown-key', detail: `${did} does not hold an Ed25519 key` };
  }
}
