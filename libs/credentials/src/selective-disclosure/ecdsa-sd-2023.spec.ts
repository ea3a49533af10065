import { describe, expect, it } from '@jest/globals';
import { verifyCredential } from '../checks/verify-credential.js';
import type { CredentialError } from '../credential-error.js';
import { resolveDidKey } from '../did/did-key.js';
import { type JsonObject, isList, isObject, type Json } from '../document/json.js';
import { decodeMultikey } from '../keys/multikey.js';
import { openCredential } from '../opening/open-credential.js';
import { withoutProof } from '../proof/proof.js';
import { disclosureSamples, pointersOf, verdict, withBaseProof } from '../samples/disclosure-samples.js';
import { fixture, haveFixtures } from '../samples/fixtures.config.js';
import { SAMPLE_NOW } from '../samples/library-course.js';
import { sampleSigner } from '../samples/sample-key.js';
import { deriveProof } from './derive-proof.js';
import { mandatoryPointers } from './mandatory-pointers.js';

/** The document with each of its values in turn altered or left out. */
function* alterations(value: Json, name = ''): Generator<Json | undefined> {
  if (name === '@context') return;
  if (name !== '') yield undefined;
  if (typeof value === 'string') yield `${value}x`;
  if (typeof value === 'number') yield value + 1;
  if (isList(value)) for (const [at, item] of value.entries()) for (const altered of alterations(item, String(at))) yield value.toSpliced(at, 1, ...(altered === undefined ? [] : [altered]));
  if (isObject(value)) {
    for (const [member, inner] of Object.entries(value)) {
      for (const altered of alterations(inner, member)) {
        const { [member]: _left, ...rest } = value;
        yield altered === undefined ? rest : { ...value, [member]: altered };
      }
    }
  }
}

describe.each(disclosureSamples)('%s', (_name, document) => {
  it('is told by any one pointer, but for a part of a list whose order counts', async () => {
    const base = await withBaseProof(document, []);
    for (const pointer of pointersOf(document)) {
      const outcome = await deriveProof(base, { selectivePointers: [pointer] }).then((derived) => verdict(derived), (error: CredentialError) => error.code);
      expect([pointer, outcome]).toEqual([pointer, /\/allowedValue\/\d/.test(pointer) ? 'not-disclosable' : 'verified']);
    }
  });

  it('is refused when any value is altered or left out', async () => {
    const derived = await deriveProof(await withBaseProof(document), { selectivePointers: [''] });
    expect(await verdict(derived)).toBe('verified');
    const verdicts = new Set<string>();
    for (const altered of alterations(withoutProof(derived))) verdicts.add(await verdict({ ...(altered as JsonObject), proof: derived.proof ?? null }));
    expect([...verdicts]).toEqual(expect.not.arrayContaining(['verified']));
  });
});

describe('a base proof', () => {
  const [, course] = disclosureSamples[0] ?? [];
  const document = course ?? {};

  it('has other labels, keys and signatures each time', async () => {
    const values = await Promise.all([1, 2, 3].map(async () => (await withBaseProof(document)).proof.proofValue));
    expect(new Set(values).size).toBe(3);
  });

  it('lets nobody leave out what an employer needs', async () => {
    const derived = await deriveProof(await withBaseProof(document), { selectivePointers: [] });
    const { issuer, validFrom, validUntil, credentialStatus, type, id } = document;
    expect(derived).toMatchObject({ issuer, validFrom, validUntil, credentialStatus, type, id });
    expect(derived.credentialSubject).toEqual({ id: expect.any(String), type: ['AchievementSubject'], achievement: expect.objectContaining({ name: 'Digital basics' }) });
    expect(Object.keys(derived)).not.toContain('evidence');
    expect(JSON.stringify(derived)).not.toMatch(/"87"|identityHash/);
  });

  it.each<[JsonObject, string[]]>([
    [{ issuer: 'did:a:b', credentialSubject: { achievement: {} }, name: 'n' }, ['/issuer', '/credentialSubject/achievement']],
    [{ validFrom: 'x', credentialSubject: [{ achievement: {} }, { id: 'urn:b' }, { achievement: [] }] }, ['/validFrom', '/credentialSubject/0/achievement', '/credentialSubject/2/achievement']],
    [{ credentialSubject: 'urn:b' }, []],
  ])('of %j binds %j', (unsecured, pointers) => {
    expect(mandatoryPointers(unsecured)).toEqual(pointers);
  });

  it.each<[string, Parameters<typeof withBaseProof>[1], string]>([
    ['a place that is not there', ['/issuer/nickname'], 'invalid-pointer'],
    ['a place past the end of a list', ['/type/7'], 'invalid-pointer'],
    ['what is no pointer', ['issuer'], 'invalid-pointer'],
  ])('is not made for %s', async (_what, pointers, code) => {
    await expect(withBaseProof(document, pointers)).rejects.toMatchObject({ code });
  });

  it('is not made for a document with blank nodes or meanings of its own', async () => {
    await expect(withBaseProof({ ...document, evidence: [{ id: '_:b0', type: ['Evidence'] }] })).rejects.toMatchObject({ code: 'not-disclosable' });
    await expect(withBaseProof({ ...document, nickname: 'x' })).rejects.toMatchObject({ code: 'not-canonicalizable' });
  });

  it('is needed, once, for a part to be told', async () => {
    const base = await withBaseProof(document);
    const other = { ...base.proof, cryptosuite: 'ecdsa-rdfc-2019' };
    const derived = await deriveProof(base, { selectivePointers: ['/name'] });
    expect(await verdict(await deriveProof({ ...base, proof: [other, base.proof] }, { selectivePointers: ['/name'] }))).toBe('verified');
    for (const proof of [[], other, [base.proof, base.proof], derived.proof ?? null]) {
      await expect(deriveProof({ ...base, proof }, { selectivePointers: ['/name'] })).rejects.toMatchObject({ code: 'no-base-proof' });
    }
    await expect(deriveProof({ ...base, inLanguage: 'fr' }, { selectivePointers: ['/name'] })).rejects.toMatchObject({ code: 'not-disclosable' });
    await expect(deriveProof(await withBaseProof(document, []), { selectivePointers: [] })).rejects.toMatchObject({ code: 'not-disclosable' });
  });

  it('is for its holder: a verifier takes the part, not the whole', async () => {
    const base = await withBaseProof(document);
    const checked = async (credential: JsonObject) => {
      const checks = await verifyCredential(openCredential(credential), { now: SAMPLE_NOW, resolveKey: resolveDidKey });
      return checks.flatMap(({ check, result, code }) => (result === 'failed' ? [`${check} ${code}`] : []));
    };
    expect(await checked(await deriveProof(base, { selectivePointers: ['/credentialSubject/result'] }))).toEqual([]);
    expect(await checked(base)).toEqual(['proof base-proof']);
  });

  it('is signed and verified with keys of P-256 alone', async () => {
    const derived = await deriveProof(await withBaseProof(document), { selectivePointers: [] });
    expect(await verdict(derived, sampleSigner(7, 'P-384').publicKey)).toBe('wrong-key-type');
    expect(await verdict(derived, sampleSigner(8, 'P-256').publicKey)).toBe('invalid-signature');
  });
});

(haveFixtures ? describe : describe.skip)('the derived sample of 1EdTech', () => {
  it('verifies, and not when anything is altered', async () => {
    const { proof: proofs, ...document } = fixture('ob30-samples/sd/derivedcredential.json');
    const [proof = {}] = proofs as readonly JsonObject[];
    const key = decodeMultikey(String(proof.verificationMethod).split('#')[1] ?? '');
    expect(await verdict({ ...document, proof }, key)).toBe('verified');
    for (const altered of alterations(document)) expect(await verdict({ ...(altered as JsonObject), proof }, key)).not.toBe('verified');
  });
});
