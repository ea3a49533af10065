import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import jsonld from 'jsonld';
import rdfCanonize from 'rdf-canonize';
import { buildAchievementCredential } from '../achievement/build-achievement-credential.js';
import { bundledContexts } from '../contexts/bundled-contexts.js';
import { CREDENTIALS_V2, OPEN_BADGES } from '../contexts/context-urls.js';
import { pinnedContext } from '../contexts/pinned-context.js';
import type { JsonObject } from '../document/json.js';
import { withoutProof } from '../proof/proof.js';
import { fixture, fixtureFolder, haveFixtures } from '../samples/fixtures.config.js';
import { libraryCourse } from '../samples/library-course.js';
import { canonicalHash, canonicalQuads } from './canonicalize.js';
import { HashedDocument } from './hashed-document.js';

/** The libraries as they come, without the shared contexts. */
async function reference(document: JsonObject): Promise<string> {
  const dataset = await jsonld.toRDF(document, { safe: true, documentLoader: bundledContexts.documentLoader });
  return rdfCanonize.canonize(dataset, { algorithm: 'RDFC-1.0' });
}
const outcome = (run: Promise<string>): Promise<string> => run.catch(() => 'refused');

const credential = (credentialSubject: JsonObject, more: JsonObject = {}): JsonObject => ({
  '@context': [CREDENTIALS_V2, OPEN_BADGES],
  id: 'urn:uuid:01936000-0000-7000-8000-000000000001',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  credentialSubject,
  ...more,
});
const achievement = (more: JsonObject) => ({ type: ['AchievementSubject'], achievement: { id: 'urn:a', type: ['Achievement'], name: 'A', ...more } });

describe('the canonical form', () => {
  it('is that of the libraries, whichever documents went before', async () => {
    const documents = [
      buildAchievementCredential(libraryCourse()),
      credential(achievement({ alignment: [{ type: ['Alignment'], targetName: 'x' }, { type: ['Alignment'], targetName: 'x' }] })),
      credential({ type: ['AchievementSubject', 'Profile'], name: 'two types' }),
      credential({ type: ['Profile'], parentOrg: { id: 'urn:p', type: ['Profile'], parentOrg: { id: 'urn:q', type: ['Profile'], address: { type: ['Address'], geo: { type: ['GeoCoordinates'], latitude: 1.5 } } } } }),
      { '@context': [CREDENTIALS_V2], type: ['VerifiablePresentation'], verifiableCredential: [credential(achievement({}))] },
      credential(achievement({ resultDescription: [{ id: 'urn:r', type: ['ResultDescription'], allowedValue: ['A', 'B', 'A'] }] })),
    ];
    for (const document of [...documents, ...documents.toReversed()]) expect(await canonicalQuads(document)).toBe(await reference(document));
  });

  it('does not depend on what runs beside it', async () => {
    const documents = Array.from({ length: 20 }, (_, at) => buildAchievementCredential(libraryCourse({ credentialId: `01936000-0000-7000-8000-0000000000${10 + at}` })));
    const together = await Promise.all(documents.map((document) => canonicalQuads(document)));
    for (const [at, document] of documents.entries()) expect(together[at]).toBe(await reference(document));
  });

  it('refuses what has no meaning instead of leaving it out', async () => {
    await expect(canonicalHash(credential({ ...achievement({}), grade: 'A' }))).rejects.toMatchObject({ code: 'not-canonicalizable', detail: expect.stringContaining('grade') });
    await expect(canonicalHash(credential({ ...achievement({}), type: ['AchievementSubject', 'Hero'] }))).rejects.toMatchObject({ code: 'not-canonicalizable' });
    await expect(canonicalHash({ ...credential(achievement({})), '@context': ['https://example.com/context'] })).rejects.toMatchObject({ code: 'not-canonicalizable' });
  });

  it('is given up on for a graph made to take for ever', async () => {
    const twins = (depth: number): JsonObject => ({ type: ['Profile'], parentOrg: depth === 0 ? [] : [twins(depth - 1), twins(depth - 1), twins(depth - 1)] });
    await expect(canonicalHash(credential(twins(5)))).rejects.toMatchObject({ code: 'not-canonicalizable', detail: expect.stringContaining('deep iterations') });
  });
});

describe('the canonical form of a document', () => {
  const url = 'https://example.com/context';
  const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
  const XSD = 'http://www.w3.org/2001/XMLSchema#';
  const terms = {
    id: '@id', type: '@type', Thing: 'urn:Thing', name: 'urn:name', knows: 'urn:knows', kind: { '@id': `${RDF}type`, '@type': '@id' }, size: { '@id': 'urn:size', '@type': `${XSD}double` }, weight: { '@id': 'urn:weight', '@type': `${XSD}float` },
    says: { '@id': 'urn:says', '@container': '@language' }, list: { '@id': 'urn:list', '@container': '@list' }, graph: { '@id': 'urn:graph', '@container': '@graph' }, data: { '@id': 'urn:data', '@type': '@json' },
  };
  const file = Buffer.from(JSON.stringify({ '@context': { '@version': 1.1, ...terms } }));
  const contexts = bundledContexts.with([pinnedContext(url, file, createHash('sha256').update(file).digest('hex'))]);
  const document = (members: JsonObject): JsonObject => ({ '@context': url, ...members });
  const lines = async (members: JsonObject) => (await canonicalQuads(document(members), contexts)).split(' .\n').slice(0, -1);
  const literals = (property: string, ...texts: string[]) => texts.map((text) => `_:c14n0 <urn:${property}> ${text}`);

  it.each<[string, JsonObject, string[]]>([
    ['that says the same in two ways', { type: 'Thing', kind: 'urn:Thing', size: [1, '1.0E0'] }, [`_:c14n0 <${RDF}type> <urn:Thing>`, ...literals('size', `"1.0E0"^^<${XSD}double>`)]],
    ['in languages and directions', { says: { en: 'a', fr: 'a' }, name: [{ '@value': 'a', '@language': 'en', '@direction': 'rtl' }, { '@value': 'a', '@direction': 'ltr' }] }, [...literals('name', '"a"^^<https://www.w3.org/ns/i18n#_ltr>', '"a"^^<https://www.w3.org/ns/i18n#en_rtl>'), ...literals('says', '"a"@en', '"a"@fr')]],
    ['with a list', { id: 'urn:s', list: ['a', 'a'] }, ['<urn:s> <urn:list> _:c14n0', `_:c14n0 <${RDF}first> "a"`, `_:c14n0 <${RDF}rest> _:c14n1`, `_:c14n1 <${RDF}first> "a"`, `_:c14n1 <${RDF}rest> <${RDF}nil>`]],
    ['with graphs that look alike', { graph: [{ name: 'x' }, { name: 'x' }] }, ['_:c14n0 <urn:graph> _:c14n2', '_:c14n0 <urn:graph> _:c14n4', '_:c14n1 <urn:name> "x" _:c14n2', '_:c14n3 <urn:name> "x" _:c14n4']],
    ['with nodes in a ring', { id: '_:x', knows: { id: '_:y', knows: { id: '_:x' } } }, ['_:c14n0 <urn:knows> _:c14n1', '_:c14n1 <urn:knows> _:c14n0']],
    ['with JSON', { data: { b: 1e21, a: ['\n', { '\u20ac': 1e-7 }] } }, literals('data', `"{\\"a\\":[\\"\\\\n\\",{\\"\u20ac\\":1e-7}],\\"b\\":1e+21}"^^<${RDF}JSON>`)],
    ['with numbers', { name: [1, 1.5, 1e21, -0, true] }, literals('name', `"0"^^<${XSD}integer>`, `"1"^^<${XSD}integer>`, `"1.0E21"^^<${XSD}double>`, `"1.5E0"^^<${XSD}double>`, `"true"^^<${XSD}boolean>`)],
    ['with numbers that are written without a point', { name: [1e-7, -2e-9], size: 3e-7, weight: [1e-7, 5e-324] }, [...literals('name', `"-2.0E-9"^^<${XSD}double>`, `"1.0E-7"^^<${XSD}double>`), ...literals('size', `"3.0E-7"^^<${XSD}double>`), ...literals('weight', `"1.0E-7"^^<${XSD}float>`, `"4.940656458412465E-324"^^<${XSD}float>`)]],
  ])('%s', async (_, members, expected) => expect(await lines(members)).toEqual(expected));

  it.each<[string, JsonObject]>([
    ['half a character', { name: '\ud83d' }],
    ['half a character in an IRI', { id: 'urn:\ude00' }],
    ['N-Quads in a language', { name: { '@value': 'x', '@language': 'en <urn:g' } }],
    ['a double with more behind it', { size: '1.5E0 and more' }],
    ['a double in other words', { size: '1.5' }],
  ])('is refused with %s', async (_, members) => expect(canonicalHash(document({ name: 'x', ...members }), contexts)).rejects.toMatchObject({ code: 'not-canonicalizable' }));

  it('as JSON is refused with half a character too', async () => expect(new HashedDocument({ name: '\ud83d' }, contexts).jcs('sha256')).rejects.toMatchObject({ code: 'not-canonicalizable' }));
});

(haveFixtures ? describe : describe.skip)('on the samples of 1EdTech', () => {
  const files = haveFixtures ? readdirSync(join(fixtureFolder, 'ob30-samples')).filter((file) => file.endsWith('.json') && file !== 'expectations.json') : [];
  it.each(files)('%s: the same quads, or both refuse', async (file) => {
    const document = withoutProof(fixture(`ob30-samples/${file}`));
    expect(await outcome(canonicalQuads(document))).toBe(await outcome(reference(document)));
  });
});
