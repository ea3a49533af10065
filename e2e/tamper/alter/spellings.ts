import type { Random } from '../../story/cast/random.js';
import type { Json } from '@laurel/credentials';
import { everyValue, isObject, withValue } from './paths.js';

/** The same JSON value in other words: members in another order, other white space, letters as escapes. */
export function respell(value: Json, chance: Random): string {
  const space = () => chance.pick(['', '', ' ', '\n', '\t', ' \r\n ']);
  const write = (node: Json): string => {
    if (Array.isArray(node)) return `[${(node as readonly Json[]).map((item) => space() + write(item) + space()).join(',')}]`;
    if (isObject(node)) return `{${chance.shuffle(Object.entries<Json>(node)).map(([name, inner]) => `${space()}${text(name, chance)}${space()}:${space()}${write(inner)}${space()}`).join(',')}}`;
    return typeof node === 'string' ? text(node, chance) : JSON.stringify(node);
  };
  return write(value);
}

/** One-element lists without their brackets, or single values in brackets: the same to JSON-LD, and only to JSON-LD. */
export function* rebracket(document: Json): Generator<{ readonly pointer: string; readonly document: Json }> {
  for (const { path, value } of everyValue(document)) {
    if (path.length === 0 || path.includes('@context') || path.includes('proof') || typeof path.at(-1) === 'number') continue;
    if (path.length === 1 && ['id', 'issuer', 'validFrom', 'validUntil', 'name', 'awardedDate'].includes(String(path[0]))) continue;
    const pointer = path.join('/');
    if (Array.isArray(value) && value.length === 1) yield { pointer, document: withValue(document, path, (value as readonly Json[])[0]) };
  }
}

/** JSON text of a string with some of its characters as \u escapes (RFC 8259 section 7). */
function text(value: string, chance: Random): string {
  const units = Array.from({ length: value.length }, (_, at) => value.charCodeAt(at));
  return `"${units.map((unit) => (chance.next() < 0.05 ? `\\u${unit.toString(16).padStart(4, '0')}` : escaped(unit))).join('')}"`;
}

/** A half of a surrogate pair stands by itself: JSON.stringify would escape it. */
const escaped = (unit: number): string => (unit >= 0xd800 && unit <= 0xdfff ? String.fromCharCode(unit) : JSON.stringify(String.fromCharCode(unit)).slice(1, -1));
