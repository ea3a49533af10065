import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildAchievementCredential } from '../achievement/build-achievement-credential.js';
import { type Check, isVerified } from '../checks/check.js';
import { verifyCredential } from '../checks/verify-credential.js';
import { resolveOffline } from '../did/resolve-offline.js';
import type { JsonObject } from '../document/json.js';
import { envelop } from '../envelopes/enveloped.js';
import { CredentialFormat } from '../formats/credential-format.js';
import { FORMATS, secure } from '../formats/formats.js';
import { lint } from '../linting/lint.js';
import { libraryCourse, SAMPLE_NOW } from '../samples/library-course.js';
import { sampleSigner } from '../samples/sample-key.js';
import { deriveProof } from '../selective-disclosure/derive-proof.js';
import { openCredential } from './open-credential.js';

const NAMES = ['structure', 'contexts', 'proof', 'issuer-binding', 'dates', 'schema'];
const verify = (sent: unknown): Promise<Check[]> => verifyCredential(openCredential(sent), { now: SAMPLE_NOW, resolveKey: resolveOffline });
const failures = async (sent: unknown) => (await verify(sent)).filter(({ result }) => result === 'failed').map(({ check, code }) => `${check} ${code}`);

/** One credential in a format, as somebody would send it; `keeper` signs, whoever the issuer is. */
async function sentAs(format: CredentialFormat, keeper = 7): Promise<JsonObject | string> {
  const { keyType, mediaType } = FORMATS[format];
  const issuer = sampleSigner(7, keyType);
  const linted = await lint(buildAchievementCredential(libraryCourse({ issuer: { id: issuer.did, name: 'Haverford Public Library' } })));
  const secured = await secure(format, linted, sampleSigner(keeper, keyType), SAMPLE_NOW, { vct: 'https://laurel.example/types/open-badge' });
  if (secured instanceof Uint8Array) return `data:${mediaType};base64,${Buffer.from(secured).toString('base64')}`;
  return format === 'ecdsa-sd-2023' ? deriveProof(secured as JsonObject, { selectivePointers: ['/credentialSubject', '/evidence', '/credentialStatus'] }) : (secured as JsonObject | string);
}

describe.each(CredentialFormat.options)('a credential as %s', (format) => {
  let sent: JsonObject | string;
  beforeAll(async () => {
    sent = await sentAs(format);
  });

  it('passes the same checks as in any other envelope', async () => {
    const checks = await verify(sent);
    expect(openCredential(sent).signedAt).toEqual(SAMPLE_NOW);
    expect(checks.map(({ check }) => check)).toEqual(NAMES);
    expect(checks.filter(({ result }) => result !== 'passed')).toEqual([]);
  });

  it('is not its issuer’s when somebody else has signed it', async () => {
    const found = await failures(await sentAs(format, 9));
    expect(found).toContain('issuer-binding not-the-issuers-key');
    // tokens say once more who issued them, which is not who signed
    expect(found.filter((each) => !each.startsWith('issuer-binding'))).toEqual([]);
  });
});

describe('a token', () => {
  it.each(['vc-jwt-eddsa', 'vc-jwt-es256', 'sd-jwt-vc'] as const)('of %s is read in an EnvelopedVerifiableCredential too, and that has to be one', async (format) => {
    const text = (await sentAs(format)) as string;
    const enveloped = envelop({ mediaType: format === 'sd-jwt-vc' ? 'dc+sd-jwt' : 'vc+jwt', text });
    expect(isVerified(await verify(enveloped))).toBe(true);
    for (const change of [{ '@context': [] }, { id: String(enveloped.id).replace('data:', '') }, { id: 7 }, { id: 'data:application/json,{}' }]) {
      expect(() => openCredential({ ...enveloped, ...change })).toThrow(expect.objectContaining({ code: 'not-a-credential', pointer: '/id' }));
    }
    expect(await failures({ ...enveloped, type: 'VerifiableCredential' })).toContain('proof no-proof');
  });

  it('with an altered payload is refused', async () => {
    const [header = '', body = '', signature = ''] = ((await sentAs('vc-jwt-es256')) as string).split('.');
    const altered = Buffer.from(Buffer.from(body, 'base64url').toString().replace('Digital basics', 'Digital magic')).toString('base64url');
    expect(await failures([header, altered, signature].join('.'))).toEqual(['proof invalid-signature']);
  });
});
