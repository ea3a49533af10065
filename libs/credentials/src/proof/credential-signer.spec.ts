import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildAchievementCredential } from '../achievement/build-achievement-credential.js';
import { type LintedCredential, lint } from '../linting/lint.js';
import { SAMPLE_NOW, libraryCourse, sampleIssuer } from '../samples/library-course.js';
import { sampleSigner } from '../samples/sample-key.js';
import { CredentialSigner } from './credential-signer.js';

let linted: LintedCredential;
beforeAll(async () => {
  linted = await lint(buildAchievementCredential(libraryCourse()));
});

describe('a signer', () => {
  it('adds a proof in whole seconds and changes nothing else', async () => {
    const { proof, ...document } = await new CredentialSigner(sampleIssuer).sign(linted, new Date('2026-11-24T09:30:00.987Z'));
    expect(document).toEqual(linted.document);
    expect(proof).toEqual({
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created: '2026-11-24T09:30:00Z',
      verificationMethod: sampleIssuer.verificationMethod,
      proofPurpose: 'assertionMethod',
      proofValue: expect.stringMatching(/^z[1-9A-HJ-NP-Za-km-z]{80,90}$/),
    });
  });

  it('signs the same to the same, another second to another', async () => {
    const signer = new CredentialSigner(sampleIssuer);
    const values = await Promise.all([0, 500, 1_000, 0].map(async (ms) => (await signer.sign(linted, new Date(SAMPLE_NOW.getTime() + ms))).proof.proofValue));
    expect(values[1]).toBe(values[0]);
    expect(values[3]).toBe(values[0]);
    expect(values[2]).not.toBe(values[0]);
    expect((await new CredentialSigner(sampleIssuer).sign(linted, SAMPLE_NOW)).proof.proofValue).toBe(values[0]);
  });

  it.each([
    ['another key signs', sampleSigner(8).sign],
    ['the signature is broken', () => new Uint8Array(64)],
    ['the signature is short', () => new Uint8Array(10)],
  ])('stops loudly when %s', async (_, sign) => {
    await expect(new CredentialSigner({ ...sampleIssuer, sign }).sign(linted, SAMPLE_NOW)).rejects.toMatchObject({ code: 'signature-mismatch' });
  });
});
