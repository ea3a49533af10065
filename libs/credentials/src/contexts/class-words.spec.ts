import { describe, expect, it } from '@jest/globals';
import { buildAchievementCredential } from '../achievement/build-achievement-credential.js';
import { canonicalQuads } from '../canonical/canonicalize.js';
import { type Json, type JsonObject, isList, isObject } from '../document/json.js';
import { libraryCourse } from '../samples/library-course.js';
import { bundledContexts } from './bundled-contexts.js';
import { CLASS_WORDS } from './class-words.js';

/** Each word that a context defines, on whatever level, with the IRI that it stands for. */
function* words(context: Json | undefined, prefixes: Readonly<Record<string, Json>> = {}): Generator<readonly [word: string, iri: string]> {
  if (isList(context)) for (const item of context) yield* words(item, prefixes);
  if (!isObject(context)) return;
  const known = { ...prefixes, ...context };
  for (const [word, definition] of Object.entries(context)) {
    if (word.startsWith('@')) continue;
    const id = typeof definition === 'string' ? definition : isObject(definition) ? definition['@id'] ?? word : undefined;
    if (typeof id === 'string' && !id.startsWith('@')) yield [word, absolute(id, known)];
    if (isObject(definition)) yield* words(definition['@context'], known);
  }
}

function absolute(id: string, prefixes: Readonly<Record<string, Json>>): string {
  const [, prefix = '', name = ''] = /^(\w+):(?!\/\/)(.*)$/.exec(id) ?? [];
  const start = prefixes[prefix];
  return typeof start === 'string' ? start + name : id;
}

describe('the words of the bundled contexts', () => {
  it('mean different things, but for names of classes that stand for a property as well', async () => {
    const meanings = new Map<string, Set<string>>();
    for (const url of bundledContexts.urls) {
      const { document } = await bundledContexts.documentLoader(url);
      for (const [word, iri] of words((document as JsonObject)['@context'])) meanings.set(iri, (meanings.get(iri) ?? new Set<string>()).add(word));
    }
    const ambiguous = [...meanings.values()].filter(({ size }) => size > 1).map((each) => [...each]);
    expect(ambiguous.every((each) => each.filter((word) => !CLASS_WORDS.has(word)).length === 1)).toBe(true);
    expect(new Set(ambiguous.flat().filter((word) => CLASS_WORDS.has(word)))).toEqual(CLASS_WORDS);
  });

  it('can be exchanged for each other under a signature where they mean the same', async () => {
    const json = JSON.stringify(buildAchievementCredential(libraryCourse()));
    const quads = (text: string) => canonicalQuads(JSON.parse(text) as JsonObject);
    expect(await quads(json.replace('"criteria":', '"Criteria":'))).toBe(await quads(json));
  });
});
