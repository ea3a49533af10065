import { base58 } from '@scure/base';
import { CredentialError } from '../credential-error.js';
import { decodeBase58btc } from './multibase.js';
import { keyObject, PUBLIC_KEY_BYTES, SIGNING_KEY_TYPES, type PublicKey, type SigningKeyType } from './public-key.js';

/** The multicodec prefixes of public keys, as varints (Controlled Identifiers 1.0 section 2.2.2, Multikey). */
const PREFIXES: Readonly<Record<SigningKeyType, readonly [number, number]>> = { Ed25519: [0xed, 0x01], 'P-256': [0x80, 0x24], 'P-384': [0x81, 0x24], 'P-521': [0x82, 0x24] };

/** A public key as a Multikey: `z6Mk...`, `zDna...`, `z82L...`, `z2J9...`. Throws `invalid-key` for a wrong length. */
export function encodeMultikey({ type, bytes }: PublicKey<SigningKeyType>): string {
  if (bytes.length !== PUBLIC_KEY_BYTES[type]) throw new CredentialError('invalid-key', `a public key of ${type} has ${PUBLIC_KEY_BYTES[type]} bytes, not ${bytes.length}`);
  return `z${base58.encode(Uint8Array.of(...PREFIXES[type], ...bytes))}`;
}

/** The key of a Multikey. Throws `invalid-key` for another base, another kind of key, a point off its curve, `invalid-key-length` for another length. */
export function decodeMultikey(multikey: string): PublicKey<SigningKeyType> {
  const bytes = decodeBase58btc(multikey);
  const type = SIGNING_KEY_TYPES.find((each) => bytes?.[0] === PREFIXES[each][0] && bytes[1] === PREFIXES[each][1]);
  if (!bytes || !type) throw new CredentialError('invalid-key', 'not the Multikey of an Ed25519, P-256, P-384 or P-521 public key');
  if (bytes.length !== 2 + PUBLIC_KEY_BYTES[type]) throw new CredentialError('invalid-key-length', `a public key of ${type} has ${PUBLIC_KEY_BYTES[type]} bytes`);
  const key = { type, bytes: bytes.slice(2) };
  keyObject(key);
  return key;
}
