import { CredentialError } from '../credential-error.js';
import { type Json, type JsonObject, isList, isObject } from '../document/json.js';
import { step, tokensOf } from './json-pointer.js';

type Path = readonly string[];

/** What says which thing is spoken about: it is told with everything that is told about the thing. */
const ALWAYS_TOLD = new Set(['@context', 'id', 'type']);

/**
 * The part of a document that JSON Pointers name, with contexts, id and types of every object on the way; undefined if there
 * are no pointers. Lists close up over items that are left out (Data Integrity ECDSA Cryptosuites 1.0, selectJsonLd).
 * Throws `invalid-pointer` for one that names nothing.
 */
export function select(document: JsonObject, pointers: readonly string[]): JsonObject | undefined {
  const paths = pointers.map((pointer) => pathTo(document, pointer));
  return paths.length === 0 ? undefined : (part(document, paths) as JsonObject);
}

function pathTo(document: JsonObject, pointer: string): Path {
  const path = tokensOf(pointer);
  if (path.reduce<Json | undefined>(step, document) === undefined) throw new CredentialError('invalid-pointer', 'there is nothing at this place of the document', pointer.slice(0, 200));
  return path;
}

function part(value: Json, paths: readonly Path[]): Json {
  if (paths.some((path) => path.length === 0)) return value;
  const below = (token: string) => paths.filter(([first]) => first === token).map(([, ...rest]) => rest);
  if (isList(value)) return [...value.entries()].flatMap(([at, item]) => told(item, below(String(at))));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, member]) => told(member, ALWAYS_TOLD.has(name) ? [[]] : below(name)).map((shown) => [name, shown])));
}

const told = (value: Json, paths: readonly Path[]): [] | [Json] => (paths.length === 0 ? [] : [part(value, paths)]);
