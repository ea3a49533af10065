import { DID_V1, MULTIKEY_V1 } from '../contexts/context-urls.js';
import { CredentialError } from '../credential-error.js';
import type { JsonObject } from '../document/json.js';
import { encodeMultikey } from '../keys/multikey.js';
import { type PublicKey, publicKeyToJwk, type SigningKeyType } from '../keys/public-key.js';
import { didJwkVerificationMethod, parseDidJwk } from './did-jwk.js';
import { didKeyVerificationMethod, parseDidKey } from './did-key.js';

/** The ways in which the key of a did:key or did:jwk can be written (did:key Method 0.9 section 3.1.3, publicKeyFormat), and the context of each. */
const FORMATS = {
  Multikey: MULTIKEY_V1,
  JsonWebKey: 'https://w3id.org/security/jwk/v1',
  JsonWebKey2020: 'https://w3id.org/security/suites/jws-2020/v1',
  Ed25519VerificationKey2020: 'https://w3id.org/security/suites/ed25519-2020/v1',
} as const;
export type PublicKeyFormat = keyof typeof FORMATS;

export const isPublicKeyFormat = (name: string): name is PublicKeyFormat => Object.hasOwn(FORMATS, name);

/** What a key may be used for, where nothing says less (did:key Method 0.9 section 3.1.1). */
const RELATIONSHIPS = ['authentication', 'assertionMethod', 'capabilityInvocation', 'capabilityDelegation'] as const;

/**
 * The document of a did:key or did:jwk: nothing but its key, in the form of its method unless another is given.
 * Throws `invalid-did`, `invalid-key`, `invalid-key-length`, or `invalid-key-format` for a form that its kind of key does not have.
 */
export function keyDocument(did: string, format?: PublicKeyFormat): JsonObject {
  if (did.startsWith('did:key:')) return documentOf(did, didKeyVerificationMethod(did), parseDidKey(did), format ?? 'Multikey');
  const { publicKey, use } = parseDidJwk(did);
  // did:jwk Method, "Read": a key for encryption signs nothing
  const relationships = use === 'enc' ? (['keyAgreement'] as const) : RELATIONSHIPS;
  return documentOf(did, didJwkVerificationMethod(did), publicKey, format ?? 'JsonWebKey', relationships);
}

function documentOf(did: string, id: string, key: PublicKey, format: PublicKeyFormat, relationships: readonly string[] = RELATIONSHIPS): JsonObject {
  const method = { id, type: format, controller: did, ...materialOf(key, format) };
  return { '@context': [DID_V1, FORMATS[format]], id: did, verificationMethod: [method], ...Object.fromEntries(relationships.map((each) => [each, [id]])) };
}

function materialOf(key: PublicKey, format: PublicKeyFormat): JsonObject {
  if (!isSigningKey(key)) throw new CredentialError('invalid-key-format', 'keys of RSA are read, not written');
  if (format === 'Ed25519VerificationKey2020' && key.type !== 'Ed25519') throw new CredentialError('invalid-key-format', `a key of ${key.type} cannot be written as ${format}`);
  return format === 'JsonWebKey' || format === 'JsonWebKey2020' ? { publicKeyJwk: publicKeyToJwk(key) as JsonObject } : { publicKeyMultibase: encodeMultikey(key) };
}

const isSigningKey = (key: PublicKey): key is PublicKey<SigningKeyType> => key.type !== 'RSA';
