import { type DidError, didError } from './did-error.js';

const ID_CHAR = '(?:[A-Za-z0-9._-]|%[0-9A-Fa-f]{2})';
/** DID Core 1.0 section 3.1. */
const DID = `did:[a-z0-9]+:(?:${ID_CHAR}*:)*${ID_CHAR}+`;
/** Section 3.2, with the characters of RFC 3986. */
const PATH_CHAR = "(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})";
const DID_URL = new RegExp(`^(${DID})((?:/${PATH_CHAR}*)*)(\\?(?:${PATH_CHAR}|[/?])*)?(#(?:${PATH_CHAR}|[/?])*)?$`);
const LONGEST = 4_096;

export interface DidUrl {
  readonly did: string;
  /** Path and query as they stand there, together. */
  readonly further: string;
  /** With its `#`. */
  readonly fragment: string;
}

/** A DID, or a DID URL, taken apart. */
export function readDidUrl(text: string): DidUrl | DidError {
  const [, did, path = '', query = '', fragment = ''] = (text.length <= LONGEST && DID_URL.exec(text)) || [];
  if (did !== undefined) return { did, further: path + query, fragment };
  return /[/?#]/.test(text) ? didError('invalidDidUrl', 'It has characters that no DID URL has, or begins with no DID.') : didError('invalidDid', 'A DID is did:, the name of a method, and what that method has behind it.');
}

/**
 * The DID or DID URL in the path of a request: percent-encoded as a whole, or as it is but for what would end the path. Undefined
 * where an escape stands for nothing.
 */
export function didUrlInPath(segment: string): string | undefined {
  if (/^did:/i.test(segment)) return segment.replace(/%(23|2F|3F)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
