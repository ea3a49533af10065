/**
 * The bytes of base64url in its one spelling (RFC 7515 section 2): no padding, no character of another alphabet, no bits
 * left over; undefined for anything else.
 */
export function readBase64url(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}

/** Text or bytes in base64url, without padding. */
export const base64url = (content: string | Uint8Array): string => Buffer.from(content).toString('base64url');
