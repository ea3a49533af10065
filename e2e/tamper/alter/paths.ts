import type { Json, JsonObject } from '@laurel/credentials';

/** The way to a value: members and indexes, from the top. */
export type Path = readonly (string | number)[];

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every value of a document with the way to it, the document itself first. */
export function* everyValue(value: Json, path: Path = []): Generator<{ readonly path: Path; readonly value: Json }> {
  yield { path, value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries<Json>(value)) yield* everyValue(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** The JSON Pointer (RFC 6901) of a path. */
export const pointerOf = (path: Path): string => path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The document with another value at a path; `undefined` takes the member or item away. */
export function withValue(document: Json, path: Path, value: Json | undefined): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value ?? null;
  if (Array.isArray(document)) {
    const items = [...(document as readonly Json[])];
    items.splice(Number(key), 1, ...(rest.length === 0 && value === undefined ? [] : [withValue(items[Number(key)] ?? null, rest, value)]));
    return items;
  }
  if (!isObject(document)) throw new TypeError(`nothing lies at ${pointerOf(path)}`);
  const entries = Object.entries<Json>(document).flatMap<[string, Json]>(([name, inner]) => {
    if (name !== key) return [[name, inner]];
    return rest.length === 0 && value === undefined ? [] : [[name, withValue(inner, rest, value)]];
  });
  return Object.fromEntries(Object.hasOwn(document, key) ? entries : [...entries, [String(key), value ?? null]]);
}

/** The document with a member under another name, in its place. */
export function withName(document: Json, path: Path, name: string): Json {
  const [key, parent] = [path.at(-1), path.slice(0, -1)];
  const rename = (object: Json): Json => (isObject(object) ? Object.fromEntries(Object.entries<Json>(object).map(([each, value]) => [each === key ? name : each, value])) : object);
  return withValue(document, parent, rename(valueAt(document, parent)));
}

export const valueAt = (document: Json, path: Path): Json =>
  path.reduce<Json>((value, key) => (typeof value === 'object' && value !== null ? ((value as Record<string | number, Json>)[key] ?? null) : null), document);
