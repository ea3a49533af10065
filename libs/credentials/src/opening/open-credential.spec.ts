import { describe, expect, it } from '@jest/globals';
import { buildAchievementCredential } from '../achievement/build-achievement-credential.js';
import { CredentialError } from '../credential-error.js';
import { HashedDocument } from '../canonical/hashed-document.js';
import { isVerified } from '../checks/check.js';
import { verifyCredential } from '../checks/verify-credential.js';
import { bundledContexts } from '../contexts/bundled-contexts.js';
import { resolveOffline } from '../did/resolve-offline.js';
import type { JsonObject } from '../document/json.js';
import { eddsaJcs2022 } from '../proof/suites/eddsa-jcs-2022.js';
import { libraryCourse, SAMPLE_NOW, sampleIssuer } from '../samples/library-course.js';
import { openCredential } from './open-credential.js';

const built = (): JsonObject => JSON.parse(JSON.stringify(buildAchievementCredential(libraryCourse()))) as JsonObject;
const verify = (sent: unknown) => verifyCredential(openCredential(sent), { now: SAMPLE_NOW, resolveKey: resolveOffline });
const failures = async (sent: unknown) => (await verify(sent)).filter(({ result }) => result === 'failed').map(({ check, code }) => `${check} ${code}`);

/** A document with a proof over its JSON text, which no JSON-LD processor has to read. */
async function overText(document: JsonObject): Promise<JsonObject> {
  const options = { created: '2026-11-24T09:30:00Z', proofPurpose: 'assertionMethod' } as const;
  return { ...document, proof: await eddsaJcs2022.prove(new HashedDocument(document, bundledContexts), options, sampleIssuer) };
}

describe('a credential with proofs of its own', () => {
  it('is opened as it stands, with the keys that it names', () => {
    const document = { any: 'object', proof: [{ verificationMethod: 'did:example:1#1' }, 'none', { verificationMethod: 7 }] };
    expect(openCredential(document)).toMatchObject({ envelope: 'data-integrity', verificationMethods: ['did:example:1#1'] });
    expect(openCredential(document).document).toBe(document);
  });

  it.each(['', '==', 'AAA===', 'AA=A', 'AA AA', 'AA_A', '*', 'AAAA\n'])('is no image in base64: %j', (letters) => {
    expect(() => openCredential(`data:image/png;base64,${letters}`)).toThrow(expect.objectContaining({ code: 'unknown-image' }));
  });
  it('is no image that is too large, also by much', () => {
    const letters = Buffer.alloc(6 * 1024 * 1024).toString('base64');
    for (const sent of [`data:image/png;base64,${letters}`, `data:image/png;base64,${letters}`.replace('A', '\u2026').replace('\u2026', 'A')]) expect(() => openCredential(sent)).toThrow(expect.objectContaining({ code: 'too-large' }));
  });
  it.each([[null], [[]], [7], ['not.a jwt'], [{ type: 'VerifiablePresentation' }], [{ type: 'EnvelopedVerifiableCredential', id: 'data:application/vc+jwt,x' }], ['data:image/png;base64,AAAA'], ['data:image/gif;base64,AAAA']])('is not %j', (sent) => {
    expect(() => openCredential(sent)).toThrow(CredentialError);
  });
});

describe('a proof over the text of a credential', () => {
  it('is verified', async () => expect(isVerified(await verify(await overText(built())))).toBe(true));

  it.each<[string, (json: string) => string, string[]?]>([
    ['a word without a meaning', (json) => json.replace('"criteria":{', '"criteria":{"grade":"A",')],
    ['a type without a meaning', (json) => json.replace('"type":["Evidence"]', '"type":["Evidence","Proof of everything"]')],
    ['an id that is relative', (json) => json.replace('"type":["Evidence"]', '"id":"../evidence","type":["Evidence"]'), ['structure invalid-structure']],
  ])('does not stand for %s, although it was signed', async (_, change, besides = []) => {
    expect(await failures(await overText(JSON.parse(change(JSON.stringify(built()))) as JsonObject))).toEqual([...besides, 'contexts not-canonicalizable']);
  });
});
