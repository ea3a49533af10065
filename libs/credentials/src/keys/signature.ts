import { type KeyObject, sign, verify } from 'node:crypto';
import { CredentialError } from '../credential-error.js';
import { keyObject, type KeyType, type PublicKey, type SigningKeyType } from './public-key.js';

/** The hash under ECDSA (FIPS 186-5 section 6); Ed25519 hashes by itself (RFC 8032). */
const HASHES: Readonly<Record<KeyType, 'sha256' | 'sha384' | 'sha512' | null>> = { Ed25519: null, 'P-256': 'sha256', 'P-384': 'sha384', 'P-521': 'sha512', RSA: 'sha256' };

/** Bytes of a signature: R and S. */
export const SIGNATURE_BYTES: Readonly<Record<SigningKeyType, number>> = { Ed25519: 64, 'P-256': 64, 'P-384': 96, 'P-521': 132 };

/** Whether a signature, r||s for ECDSA (IEEE P1363), RSASSA-PKCS1-v1_5 for RSA, is one over these bytes. One of another length is none. */
export const verifySignature = (key: PublicKey, bytes: Uint8Array, signature: Uint8Array): boolean =>
  (key.type === 'RSA' || signature.length === SIGNATURE_BYTES[key.type]) && verify(HASHES[key.type], bytes, { key: keyObject(key), dsaEncoding: 'ieee-p1363' }, signature);

/** Signs with a private key of node:crypto: 64 bytes, 96 for P-384, 132 for P-521. */
export const signWith = (type: SigningKeyType, privateKey: KeyObject, bytes: Uint8Array): Uint8Array =>
  sign(HASHES[type], bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' });

/** A key that signs: in memory, in a token, in a key service. */
export interface Signer {
  /** DID URL of the verification method. */
  readonly verificationMethod: string;
  /** Every signature is checked with it. */
  readonly publicKey: PublicKey<SigningKeyType>;
  /** The signature over these bytes as `verifySignature` takes it. */
  sign(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

/**
 * Signs, and looks at the signature before anybody else does: a broken or exchanged key must stop the issuer, not reach a
 * learner. Throws `signature-mismatch`.
 */
export async function signChecked(signer: Signer, bytes: Uint8Array): Promise<Uint8Array> {
  const signature = await signer.sign(bytes);
  if (!verifySignature(signer.publicKey, bytes, signature)) {
    throw new CredentialError('signature-mismatch', `the signature does not verify under ${signer.verificationMethod}`);
  }
  return signature;
}
