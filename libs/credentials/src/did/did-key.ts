import { CredentialError } from '../credential-error.js';
import { decodeMultikey, encodeMultikey } from '../keys/multikey.js';
import type { PublicKey, SigningKeyType } from '../keys/public-key.js';
import { fault } from '../words/fault.js';
import { didMethodOf, type KeyResolution } from './key-resolution.js';

const PREFIX = 'did:key:';

/** The did:key of a public key (did:key Method 0.9 section 3.1). */
export const didKey = (publicKey: PublicKey<SigningKeyType>): string => `${PREFIX}${encodeMultikey(publicKey)}`;

/** The one verification method of a did:key: `did:key:z6Mk...#z6Mk...`. */
export const didKeyVerificationMethod = (did: string): string => `${did}#${did.slice(PREFIX.length)}`;

/** Looking whether a point is on its curve costs as much as a signature, and issuers come again: so many keys are kept. */
const MAX_KEPT = 1_024;
const kept = new Map<string, PublicKey<SigningKeyType>>();

/** The public key of a did:key. Throws `invalid-did`, `invalid-key` or `invalid-key-length`. */
export function parseDidKey(did: string): PublicKey<SigningKeyType> {
  if (!did.startsWith(`${PREFIX}z`)) throw new CredentialError('invalid-did', `${did.slice(0, 200)} is not a did:key, which has its key in base58btc`);
  const known = kept.get(did);
  if (known) return known;
  const key = decodeMultikey(did.slice(PREFIX.length));
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(did, key);
  return key;
}

/** Resolves a did:key verification method offline; its fragment must repeat the key. Good for every purpose. */
export function resolveDidKey(verificationMethod: string): KeyResolution {
  const [did = ''] = verificationMethod.split('#', 1);
  if (!did.startsWith(PREFIX)) {
    return fault('unsupported-did-method', { method: didMethodOf(verificationMethod) });
  }
  if (verificationMethod !== didKeyVerificationMethod(did)) {
    return fault('invalid-verification-method', { method: verificationMethod });
  }
  try {
    return { publicKey: parseDidKey(did), controller: did };
  } catch {
    return fault('unreadable-key', { reason: { code: 'key-of-other-type', params: { types: ['Ed25519', 'P-256', 'P-384', 'P-521'] } } });
  }
}
