import { CredentialError } from '../credential-error.js';
import { type Json, isList, isObject } from '../document/json.js';

/** The reference tokens of a JSON Pointer, unescaped; none for the whole document (RFC 6901 section 4). Throws `invalid-pointer`. */
export function tokensOf(pointer: string): readonly string[] {
  if (!/^(\/([^~/]|~[01])*)*$/.test(pointer)) throw new CredentialError('invalid-pointer', `${pointer.slice(0, 200)} is not a JSON Pointer`);
  return pointer.split('/').slice(1).map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The member or item that one token names, if there is one. */
export function step(value: Json | undefined, token: string): Json | undefined {
  if (isList(value)) return /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
  return isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
}
