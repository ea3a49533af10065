import { base64urlnopad } from '@scure/base';
import { CredentialError } from '../credential-error.js';
import { publicKeyOfJwk, publicKeyToJwk, type PublicKey, type SigningKeyType } from '../keys/public-key.js';
import { fault } from '../words/fault.js';
import type { KeyResolution, ProofPurpose } from './key-resolution.js';

const PREFIX = 'did:jwk:';
const MAX_LENGTH = 4_096;

/** The did:jwk of a public key (did:jwk Method, "Create"). */
export const didJwk = (publicKey: PublicKey<SigningKeyType>): string => `${PREFIX}${base64urlnopad.encode(Buffer.from(JSON.stringify(publicKeyToJwk(publicKey))))}`;

/** The one verification method of a did:jwk: its fragment is `0`. */
export const didJwkVerificationMethod = (did: string): string => `${did}#0`;

/** The key that a did:jwk is, and the `use` it states. Throws `invalid-did` or `invalid-key`. */
export function parseDidJwk(did: string): { readonly publicKey: PublicKey; readonly use?: string } {
  if (!did.startsWith(PREFIX) || did.length > MAX_LENGTH) throw new CredentialError('invalid-did', `${did.slice(0, 100)} is not a did:jwk`);
  const jwk = jwkIn(did.slice(PREFIX.length));
  const { use } = jwk as { use?: unknown };
  return { publicKey: publicKeyOfJwk(jwk), ...(typeof use === 'string' && { use }) };
}

/** Resolves a did:jwk verification method offline. A JWK whose `use` is `enc` signs nothing (did:jwk Method, "Read"). */
export function resolveDidJwk(verificationMethod: string, purpose: ProofPurpose): KeyResolution {
  const [did = ''] = verificationMethod.split('#', 1);
  if (verificationMethod !== didJwkVerificationMethod(did)) return fault('invalid-verification-method', { method: verificationMethod });
  try {
    const { publicKey, use } = parseDidJwk(did);
    if (use === 'enc') return fault('key-not-for-purpose', { controller: did, purpose });
    return { publicKey, controller: did };
  } catch {
    return fault('unreadable-key', { reason: { code: 'key-of-other-type', params: { types: ['Ed25519', 'P-256', 'P-384', 'P-521', 'RSA'] } } });
  }
}

function jwkIn(text: string): object {
  try {
    const jwk: unknown = JSON.parse(Buffer.from(base64urlnopad.decode(text)).toString());
    if (typeof jwk === 'object' && jwk !== null) return jwk;
  } catch {
    // Told below, with all else that is none.
  }
  throw new CredentialError('invalid-did', 'a did:jwk is a JWK in base64url');
}
