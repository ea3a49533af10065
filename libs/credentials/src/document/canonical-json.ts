import { isList, isObject } from './json.js';

/** Half a character: no text that UTF-8 can carry. */
export const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The canonical text of a JSON value (RFC 8785, JSON Canonicalization Scheme): members sorted by UTF-16 code units,
 * no white space, numbers and strings as ECMAScript writes them. Throws TypeError for what JSON has no text for.
 */
export function canonicalJson(value: unknown): string {
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isObject(value)) {
    const members = Object.keys(value).sort();
    return `{${members.map((member) => `${canonicalJson(member)}:${canonicalJson(value[member])}`).join(',')}}`;
  }
  if (typeof value === 'string' && LONE_SURROGATE.test(value)) throw new TypeError('a lone surrogate has no canonical JSON');
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${value} has no canonical JSON`);
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError(`${typeof value} has no canonical JSON`);
  return text;
}
