import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildAchievementCredential } from '../achievement/build-achievement-credential.js';
import { isVerified } from '../checks/check.js';
import { verifyCredential } from '../checks/verify-credential.js';
import { CredentialError } from '../credential-error.js';
import { resolveOffline } from '../did/resolve-offline.js';
import { isObject, type JsonObject } from '../document/json.js';
import { SIGNING_KEY_TYPES, type SigningKeyType } from '../keys/public-key.js';
import { type LintedCredential, lint } from '../linting/lint.js';
import { openCredential } from '../opening/open-credential.js';
import { withoutProof } from '../proof/proof.js';
import { libraryCourse, SAMPLE_NOW } from '../samples/library-course.js';
import { sampleSigner } from '../samples/sample-key.js';
import { deriveProof } from '../selective-disclosure/derive-proof.js';
import { CredentialFormat } from './credential-format.js';
import { FORMATS, secure } from './formats.js';

const signers = Object.fromEntries(SIGNING_KEY_TYPES.map((type) => [type, sampleSigner(9, type)])) as Record<SigningKeyType, ReturnType<typeof sampleSigner>>;
const OPTIONS = { vct: 'https://laurel.example/v1/credential-types/achievement-credential', status: { idx: 90_210, uri: 'https://laurel.example/v1/token-status-lists/1' } };
const EVERYTHING = { selectivePointers: ['/id', '/name', '/awardedDate', '/credentialSubject', '/evidence'] };

let linted: Record<SigningKeyType, LintedCredential>;
beforeAll(async () => {
  const facts = libraryCourse();
  linted = Object.fromEntries(await Promise.all(SIGNING_KEY_TYPES.map(async (type) =>
    [type, await lint(buildAchievementCredential({ ...facts, issuer: { ...facts.issuer, id: signers[type].did } }))]))) as typeof linted;
});

const secured = (format: CredentialFormat) => secure(format, linted[FORMATS[format].keyType], signers[FORMATS[format].keyType], SAMPLE_NOW, OPTIONS);

/** As somebody sends it who has it: of a base proof the holder derives one that tells everything, an image travels as a data: URL. */
async function sent(format: CredentialFormat): Promise<JsonObject | string> {
  const given = await secured(format);
  if (given instanceof Uint8Array) return `data:${FORMATS[format].mediaType};base64,${Buffer.from(given).toString('base64')}`;
  return format === 'ecdsa-sd-2023' && isObject(given) ? deriveProof(given, EVERYTHING) : given;
}
const verify = (text: unknown) => verifyCredential(openCredential(text), { now: SAMPLE_NOW, resolveKey: resolveOffline });

/** What cannot be opened is refused too: of an altered PNG the checksum tells. */
async function isAccepted(text: unknown): Promise<boolean> {
  try {
    return isVerified(await verify(text));
  } catch (error) {
    if (error instanceof CredentialError) return false;
    throw error;
  }
}

describe.each(CredentialFormat.options)('a credential as %s', (format) => {
  const { keyType, mediaType } = FORMATS[format];

  it('is the one content, and verifies', async () => {
    const text = await sent(format);
    expect((await verify(text)).filter(({ result }) => result !== 'passed')).toEqual([]);
    expect(withoutProof(openCredential(text).document)).toEqual(linted[keyType].document);
  });

  it('is refused when its achievement has another name', async () => {
    const text = await sent(format);
    const altered: unknown = isObject(text) ? JSON.parse(JSON.stringify(text).replace('Digital basics', 'Digital Basics')) : alter(text);
    expect(altered).not.toEqual(text);
    expect(await isAccepted(altered)).toBe(false);
    expect(await isAccepted(text)).toBe(true);
  });

  it(`has the form that ${mediaType} promises`, async () => {
    const given = await secured(format);
    const form = given instanceof Uint8Array ? 'image' : typeof given === 'string' ? 'token' : 'document';
    expect(form).toBe(mediaType.startsWith('image/') ? 'image' : mediaType === 'application/vc' ? 'document' : 'token');
  });

  it.each(SIGNING_KEY_TYPES.filter((type) => type !== keyType))('is not signed with a key of %s', async (type) => {
    await expect(secure(format, linted[type], signers[type], SAMPLE_NOW, OPTIONS)).rejects.toMatchObject({ code: 'invalid-key' });
  });
});

it('as an SD-JWT VC has a type', async () => {
  await expect(secure('sd-jwt-vc', linted['P-256'], signers['P-256'], SAMPLE_NOW)).rejects.toMatchObject({ code: 'invalid-structure' });
});

/** A token whose payload has another name in it, an image whose document has. */
function alter(text: string): string {
  const [head = '', body = '', ...rest] = text.split(/[.,]/);
  const separator = text.startsWith('data:') ? ',' : '.';
  const encoding = separator === ',' ? 'base64' : 'base64url';
  const changed = Buffer.from(Buffer.from(body, encoding).toString('latin1').replace('Digital basics', 'Digital Basics'), 'latin1').toString(encoding);
  return [`${head}${separator}${changed}`, ...rest].join('.');
}
