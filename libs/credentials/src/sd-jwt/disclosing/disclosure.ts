import { createHash, randomBytes } from 'node:crypto';
import { type Json, isList } from '../../document/json.js';
import { base64url, readBase64url } from '../../jose/base64url.js';
import { invalidToken, readJson } from '../../jose/jws.js';

/** The one hash function that is used and understood (RFC 9901 section 4.1.1), by its IANA name; it is also the default. */
export const DIGEST_ALGORITHM = 'sha-256';

const SALT_BYTES = 16;

/** One claim, or one element of an array, that its holder may show (RFC 9901 section 4.2). */
export interface Disclosure {
  /** As it travels: base64url of a JSON array. */
  readonly text: string;
  readonly digest: string;
  /** Of a claim, not of an element. */
  readonly name?: string;
  readonly value: Json;
}

/** A disclosure with a salt of 128 bit of its own; without `name` that of an array's element. */
export function newDisclosure(value: Json, name?: string): Disclosure {
  const salt = base64url(randomBytes(SALT_BYTES));
  const text = base64url(JSON.stringify(name === undefined ? [salt, value] : [salt, name, value]));
  return { text, digest: digestOf(text), ...(name !== undefined && { name }), value };
}

/** Reads a disclosure. Throws `invalid-token` for what is none. */
export function readDisclosure(text: string): Disclosure {
  const bytes = readBase64url(text);
  const parts = bytes && bytes.length > 0 ? readJson(bytes) : undefined;
  if (!isList(parts) || typeof parts[0] !== 'string') throw invalidToken('a disclosure is not a list that begins with a salt');
  const [, second, third] = parts;
  if (parts.length === 2 && second !== undefined) return { text, digest: digestOf(text), value: second };
  if (parts.length === 3 && typeof second === 'string' && third !== undefined) return { text, digest: digestOf(text), name: second, value: third };
  throw invalidToken('a disclosure is neither salt, name and value nor salt and value');
}

/** SHA-256 of a text in US-ASCII, in base64url (RFC 9901 section 4.2.3); of disclosures, and of what a holder signs. */
export const digestOf = (text: string): string => createHash('sha256').update(text, 'latin1').digest('base64url');
