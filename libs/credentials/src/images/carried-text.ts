import { CredentialError } from '../credential-error.js';
import { type JsonObject, isObject } from '../document/json.js';

/** The longest credential that an image may carry, in bytes of UTF-8; as much as a request may hold. */
export const MAX_CREDENTIAL_BYTES = 1024 * 1024;

const COMPACT_JWS = /^[\w-]+\.[\w-]*\.[\w-]+$/;

export const isCompactJws = (text: string): boolean => COMPACT_JWS.test(text);

/**
 * The text that an image carries, without space around it: the JSON of one credential, or a compact JWS
 * (Open Badges 3.0 section 5.3). Throws `not-a-credential` for anything else, `too-large` beyond 1 MiB.
 */
export function carriedText(text: string): string {
  const credential = text.trim();
  if (Buffer.byteLength(credential) > MAX_CREDENTIAL_BYTES) throw new CredentialError('too-large', 'an image carries a credential of at most 1 MiB');
  if (!isCompactJws(credential)) documentIn(credential);
  return credential;
}

/** What a carried text says before anybody has verified it; good for a title, for nothing else. Throws `not-a-credential`. */
export function documentIn(credential: string): JsonObject {
  const document = parsed(isCompactJws(credential) ? Buffer.from(credential.split('.')[1] ?? '', 'base64url').toString() : credential);
  if (!isObject(document)) throw new CredentialError('not-a-credential', 'an image carries the JSON of a credential or a compact JWS');
  return isObject(document.vc) ? document.vc : document;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
