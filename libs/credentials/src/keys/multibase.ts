import { base58, base64urlnopad } from '@scure/base';

/** Multibase `z`, base58btc (Controlled Identifiers 1.0 section 2.4); undefined for anything else. */
export const decodeBase58btc = (text: string): Uint8Array | undefined => decode('z', base58.decode, text);

export const encodeBase64url = (bytes: Uint8Array): string => `u${base64urlnopad.encode(bytes)}`;

/** Multibase `u`, base64url without padding (Controlled Identifiers 1.0 section 2.4); undefined for anything else. */
export const decodeBase64url = (text: string): Uint8Array | undefined => decode('u', base64urlnopad.decode, text);

function decode(prefix: string, read: (text: string) => Uint8Array, text: string): Uint8Array | undefined {
  if (!text.startsWith(prefix)) return undefined;
  try {
    return read(text.slice(prefix.length));
  } catch {
    return undefined;
  }
}
