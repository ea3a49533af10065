import { createPublicKey, type KeyObject } from 'node:crypto';
import { base58, base64urlnopad } from '@scure/base';
import { CredentialError } from '../credential-error.js';

/** The multicodec prefix of an Ed25519 public key (Controlled Identifiers 1.0 section 2.2.2, Multikey). */
const ED25519_PREFIX = Uint8Array.of(0xed, 0x01);
export const ED25519_KEY_BYTES = 32;

/** An Ed25519 public key, 32 bytes, as a Multikey: `z6Mk...`. */
export function encodeMultikey(publicKey: Uint8Array): string {
  if (publicKey.length !== ED25519_KEY_BYTES) throw new CredentialError('invalid-key', `an Ed25519 public key has 32 bytes, not ${publicKey.length}`);
  return `z${base58.encode(Uint8Array.of(...ED25519_PREFIX, ...publicKey))}`;
}

/** The 32 bytes of an Ed25519 Multikey. Throws `invalid-key` for another base, another kind of key, another length. */
export function decodeMultikey(multikey: string): Uint8Array {
  const bytes = decodeBase58btc(multikey);
  const prefixed = bytes?.[0] === ED25519_PREFIX[0] && bytes?.[1] === ED25519_PREFIX[1];
  if (!bytes || !prefixed || bytes.length !== ED25519_PREFIX.length + ED25519_KEY_BYTES) {
    throw new CredentialError('invalid-key', 'not the Multikey of an Ed25519 public key');
  }
  return bytes.slice(ED25519_PREFIX.length);
}

/** Multibase `z`, base58btc (Controlled Identifiers 1.0 section 2.4); undefined for anything else. */
export function decodeBase58btc(text: string): Uint8Array | undefined {
  if (!text.startsWith('z')) return undefined;
  try {
    return base58.decode(text.slice(1));
  } catch {
    return undefined;
  }
}

/** A raw Ed25519 public key as node:crypto takes it (RFC 8037 section 2). */
export function publicKeyObject(publicKey: Uint8Array): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: base64urlnopad.encode(publicKey) }, format: 'jwk' });
}
