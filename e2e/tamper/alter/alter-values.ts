import type { Random } from '../../story/cast/random.js';
import type { Json } from '@laurel/credentials';
import { everyValue, isObject, pointerOf, withName, withValue, type Path } from './paths.js';

/** One change to a document that its signature must not survive. */
export interface Alteration {
  readonly how: string;
  readonly path: Path;
  readonly document: Json;
}

/** Every leaf changed, every member renamed and taken away, every value given another type, something new in every object. */
export function* alterValues(document: Json, chance: Random): Generator<Alteration> {
  for (const { path, value } of everyValue(document)) {
    const altered = (how: string, change: Json | undefined): Alteration => ({ how, path, document: withValue(document, path, change) });
    if (typeof value !== 'object' || value === null) yield* alterLeaf(value, chance).map((change, at) => altered(`leaf ${at + 1}`, change));
    yield altered('type', typeof value === 'string' ? 7 : 'text');
    if (isObject(value)) yield { ...altered('unmapped member', { ...value, laurelUnmapped: 'A' }) };
    if (Array.isArray(value)) yield altered('emptied', []);
    if (path.length === 0) continue;
    yield altered('taken away', undefined);
    if (typeof path.at(-1) === 'string') yield { how: 'renamed', path, document: withName(document, path, `${path.at(-1)}x`) };
  }
}

/** A string gets one letter changed, one less, one more; also where it looks the same to a reader. */
function alterLeaf(value: Json, chance: Random): Json[] {
  if (typeof value === 'number') return [value + 1, -value - 1];
  if (typeof value !== 'string') return [value !== true];
  const at = Math.floor(chance.next() * value.length);
  const letter = value[at] === 'x' ? 'y' : 'x';
  return [value.slice(0, at) + letter + value.slice(at + 1), value.slice(0, -1), `${value}1`];
}

/** Keywords that change what the rest says (JSON-LD 1.1 section 9), in every object. */
const KEYWORDS: Readonly<Record<string, Json>> = {
  '@id': 'urn:x:other', '@type': 'https://example.org/Other', '@base': 'https://example.org/', '@vocab': 'https://example.org/vocab#', '@graph': [{ name: 'B' }],
  '@included': [{ id: 'urn:x:included', name: 'B' }], '@reverse': { issuer: 'urn:x:other' }, '@language': 'en', '@value': 'B', '@nest': { name: 'B' }, '@index': 'a', '@set': ['B'],
};
const PROTOTYPES: readonly string[] = ['constructor', 'prototype'];

export function* injectMembers(document: Json): Generator<Alteration> {
  for (const { path, value } of everyValue(document)) {
    if (!isObject(value)) continue;
    for (const [keyword, content] of Object.entries(KEYWORDS)) yield { how: keyword, path, document: withValue(document, path, { ...value, [keyword]: content }) };
    for (const member of PROTOTYPES) yield { how: member, path, document: withValue(document, path, { ...value, [member]: { name: 'B' } }) };
    const inline = { '@context': { name: 'https://schema.org/description', description: 'https://schema.org/name' } };
    if (path.length > 0) yield { how: 'inline context', path, document: withValue(document, path, { ...value, ...inline }) };
  }
}

/** The list of contexts: each taken away, doubled, moved, joined by one that swaps two terms or that nobody knows. */
export function* alterContexts(document: Json): Generator<Alteration> {
  if (!isObject(document) || !Array.isArray(document['@context'])) return;
  const contexts = document['@context'] as readonly Json[];
  const altered = (how: string, list: Json): Alteration => ({ how: `contexts ${how}`, path: ['@context'], document: { ...document, '@context': list } });
  const swap = { name: 'https://schema.org/description', description: 'https://schema.org/name' };
  for (const at of contexts.keys()) {
    yield altered(`without ${at}`, contexts.filter((_, index) => index !== at));
    yield altered(`${at} twice`, [...contexts, contexts[at] ?? null]);
  }
  yield altered('reversed', [...contexts].reverse());
  yield altered('swapping terms', [...contexts, swap]);
  yield altered('unknown', [...contexts, 'https://example.org/contexts/v1']);
  yield altered('with a vocabulary', [...contexts, { '@vocab': 'https://example.org/vocab#' }]);
  yield altered('null', [...contexts, null]);
  yield altered('as text', contexts[0] ?? null);
}

export const nameOf = ({ how, path }: Alteration): string => `${how} ${pointerOf(path)}`;
