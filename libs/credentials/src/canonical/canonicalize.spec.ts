import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import jsonld from 'jsonld';
import rdfCanonize from 'rdf-canonize';
import { buildAchievementCredential } from '../achievement/build-achievement-credential.js';
import { bundledContexts } from '../contexts/bundled-contexts.js';
import { CREDENTIALS_V2, OPEN_BADGES } from '../contexts/context-urls.js';
import type { JsonObject } from '../document/json.js';
import { withoutProof } from '../proof/proof.js';
import { fixture, fixtureFolder, haveFixtures } from '../samples/fixtures.config.js';
import { libraryCourse } from '../samples/library-course.js';
import { canonicalHash, canonicalQuads } from './canonicalize.js';

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
    const started = process.cpuUsage();
    await expect(canonicalHash(credential(twins(5)))).rejects.toMatchObject({ code: 'not-canonicalizable', detail: expect.stringContaining('deep iterations') });
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(10);
  });
});

(haveFixtures ? describe : describe.skip)('on the samples of 1EdTech', () => {
  const files = haveFixtures ? readdirSync(join(fixtureFolder, 'ob30-samples')).filter((file) => file.endsWith('.json') && file !== 'expectations.json') : [];
  it.each(files)('%s: the same quads, or both refuse', async (file) => {
    const document = withoutProof(fixture(`ob30-samples/${file}`));
    expect(await outcome(canonicalQuads(document))).toBe(await outcome(reference(document)));
  });
});
