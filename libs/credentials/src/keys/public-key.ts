import { createPublicKey, ECDH, type JsonWebKey, type KeyObject } from 'node:crypto';
import { base64urlnopad } from '@scure/base';
import { z } from 'zod';
import { CredentialError } from '../credential-error.js';

/** The kinds of keys that sign credentials here. */
export const SIGNING_KEY_TYPES = ['Ed25519', 'P-256', 'P-384', 'P-521'] as const;
export type SigningKeyType = (typeof SIGNING_KEY_TYPES)[number];

/** RSA is verified, since Open Badges 3.0 (section 8.2.1) has every verifier know RS256, but never used to sign. */
export type KeyType = SigningKeyType | 'RSA';

/**
 * A public key: 32 bytes of Ed25519, the compressed point (SEC 1 section 2.3.3) of a NIST curve, 33, 49 or 67 bytes, or an RSA
 * key of at least 2,048 bits as SubjectPublicKeyInfo (RFC 5280, DER).
 */
export interface PublicKey<Type extends KeyType = KeyType> {
  readonly type: Type;
  readonly bytes: Uint8Array;
}

/** OpenSSL's names of the curves, and the bytes of one coordinate. */
const CURVES = { 'P-256': { name: 'prime256v1', size: 32 }, 'P-384': { name: 'secp384r1', size: 48 }, 'P-521': { name: 'secp521r1', size: 66 } } as const;

const MIN_RSA_BITS = 2_048;

export const PUBLIC_KEY_BYTES: Readonly<Record<SigningKeyType, number>> = { Ed25519: 32, 'P-256': 33, 'P-384': 49, 'P-521': 67 };

const keyObjects = new WeakMap<PublicKey, KeyObject>();

/** The key as node:crypto takes it; made once for each PublicKey. Throws `invalid-key` for a point that is not on its curve. */
export function keyObject(key: PublicKey): KeyObject {
  const known = keyObjects.get(key);
  if (known) return known;
  try {
    const made = key.type === 'RSA' ? rsaKey(key.bytes) : createPublicKey({ key: publicKeyToJwk(key as PublicKey<SigningKeyType>), format: 'jwk' });
    keyObjects.set(key, made);
    return made;
  } catch (cause) {
    throw new CredentialError('invalid-key', `not the public key of ${key.type}`, undefined, { cause });
  }
}

function rsaKey(bytes: Uint8Array): KeyObject {
  const key = createPublicKey({ key: Buffer.from(bytes), format: 'der', type: 'spki' });
  if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < MIN_RSA_BITS) throw new TypeError(`an RSA key has at least ${MIN_RSA_BITS} bits`);
  return key;
}

/** A public key as a JWK (RFC 7517; RFC 8037 section 2 for Ed25519), with the required members only. */
export function publicKeyToJwk({ type, bytes }: PublicKey<SigningKeyType>): JsonWebKey & { readonly kty: string; readonly crv: SigningKeyType; readonly x: string } {
  if (bytes.length !== PUBLIC_KEY_BYTES[type]) throw new CredentialError('invalid-key', `a public key of ${type} has ${PUBLIC_KEY_BYTES[type]} bytes, not ${bytes.length}`);
  if (type === 'Ed25519') return { kty: 'OKP', crv: type, x: base64urlnopad.encode(bytes) };
  const { name, size } = CURVES[type];
  const point = ECDH.convertKey(bytes, name, undefined, undefined, 'uncompressed') as Buffer;
  return { kty: 'EC', crv: type, x: base64urlnopad.encode(point.subarray(1, 1 + size)), y: base64urlnopad.encode(point.subarray(1 + size)) };
}

const Coordinate = z.base64url();
const PublicJwk = z.discriminatedUnion('kty', [
  z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: Coordinate }),
  z.object({ kty: z.literal('EC'), crv: z.enum(['P-256', 'P-384', 'P-521']), x: Coordinate, y: Coordinate }),
  z.object({ kty: z.literal('RSA'), n: Coordinate, e: Coordinate }),
]);

/** The key of a JWK. Throws `invalid-key` for another kind, a wrong length, a private key, or a point off its curve. */
export function publicKeyOfJwk(jwk: unknown): PublicKey {
  const read = PublicJwk.safeParse(jwk);
  if (!read.success) throw new CredentialError('invalid-key', 'not the JWK of an Ed25519, P-256, P-384, P-521 or RSA public key');
  if ('d' in (jwk as object)) throw new CredentialError('invalid-key', 'a JWK of a public key has no member d');
  const key = keyIn(read.data);
  keyObject(key);
  return key;
}

function keyIn(jwk: z.infer<typeof PublicJwk>): PublicKey {
  if (jwk.kty === 'OKP') return { type: jwk.crv, bytes: bytesOf(jwk.x) };
  if (jwk.kty === 'EC') return compressed(jwk);
  try {
    return { type: 'RSA', bytes: Uint8Array.from(createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'der' })) };
  } catch (cause) {
    throw new CredentialError('invalid-key', 'not an RSA public key', undefined, { cause });
  }
}

/** The key of a node:crypto key, public or private. */
export const publicKeyOf = (key: KeyObject): PublicKey => {
  const { d: _d, ...jwk } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  return publicKeyOfJwk(jwk);
};

function compressed({ crv, x, y }: { crv: keyof typeof CURVES; x: string; y: string }): PublicKey {
  const [abscissa, ordinate, { name, size }] = [bytesOf(x), bytesOf(y), CURVES[crv]];
  if (abscissa.length !== size || ordinate.length !== size) throw new CredentialError('invalid-key', `the coordinates of a ${crv} key have ${size} bytes`);
  try {
    const point = Uint8Array.of(4, ...abscissa, ...ordinate);
    return { type: crv, bytes: Uint8Array.from(ECDH.convertKey(point, name, undefined, undefined, 'compressed') as Buffer) };
  } catch (cause) {
    throw new CredentialError('invalid-key', `not a point of ${crv}`, undefined, { cause });
  }
}

function bytesOf(text: string): Uint8Array {
  try {
    return base64urlnopad.decode(text);
  } catch (cause) {
    throw new CredentialError('invalid-key', 'a JWK has base64url without padding', undefined, { cause });
  }
}
