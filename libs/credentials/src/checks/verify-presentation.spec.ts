import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildAchievementCredential } from '../achievement/build-achievement-credential.js';
import { HashedDocument } from '../canonical/hashed-document.js';
import { bundledContexts } from '../contexts/bundled-contexts.js';
import { CREDENTIALS_V2 } from '../contexts/context-urls.js';
import { resolveOffline } from '../did/resolve-offline.js';
import type { JsonObject } from '../document/json.js';
import { envelop } from '../envelopes/enveloped.js';
import { signVcJwt } from '../jose/vc-jwt.js';
import { signVpJwt } from '../jose/vp-jwt.js';
import { lint } from '../linting/lint.js';
import { openCredential } from '../opening/open-credential.js';
import { openPresentation, presentedIn } from '../opening/open-presentation.js';
import { CredentialSigner } from '../proof/credential-signer.js';
import { eddsaRdfc2022 } from '../proof/suites/eddsa-rdfc-2022.js';
import { libraryCourse, SAMPLE_NOW, sampleIssuer } from '../samples/library-course.js';
import { sampleSigner } from '../samples/sample-key.js';
import { checkSubject } from './proving/binding.js';
import { verifyCredential } from './verify-credential.js';
import { type PresentationOptions, verifyPresentation } from './verify-presentation.js';

const holder = sampleSigner(3);
const asked = { challenge: 'once-only', domain: 'employer.example' };
let credential: JsonObject;
let token: string;

beforeAll(async () => {
  const linted = await lint(buildAchievementCredential({ ...libraryCourse(), subject: { id: holder.did } }));
  credential = await new CredentialSigner(sampleIssuer).sign(linted, SAMPLE_NOW);
  token = await signVcJwt(linted.document, sampleIssuer, { issuedAt: SAMPLE_NOW });
});

const unsigned = (change: JsonObject = {}): JsonObject => ({ '@context': [CREDENTIALS_V2], type: ['VerifiablePresentation'], holder: holder.did, verifiableCredential: [credential], ...change });

async function presented(change: JsonObject = {}, by = holder, options: object = asked): Promise<JsonObject> {
  const document = JSON.parse(JSON.stringify(unsigned(change))) as JsonObject;
  const proof = { created: '2026-11-24T09:30:00Z', proofPurpose: 'authentication', ...options } as const;
  return { ...document, proof: await eddsaRdfc2022.prove(new HashedDocument(document, bundledContexts), proof, by) };
}
const verify = (sent: unknown, options: Partial<PresentationOptions> = asked) => verifyPresentation(openPresentation(sent), { now: SAMPLE_NOW, resolveKey: resolveOffline, ...options });
const failures = async (...args: Parameters<typeof verify>) => (await verify(...args)).filter(({ result }) => result === 'failed').map(({ check, code }) => `${check} ${code}`);

describe('a presentation', () => {
  it('that its holder signed for this passes', async () => {
    expect((await verify(await presented())).map(({ check, result }) => `${check} ${result}`)).toEqual(['structure passed', 'contexts passed', 'proof passed', 'holder-binding passed']);
  });

  it('of an envelope, holding envelopes, passes as well', async () => {
    const inside = unsigned({ verifiableCredential: [envelop({ mediaType: 'vc+jwt', text: token })] });
    const text = await signVpJwt(inside, holder, { issuedAt: SAMPLE_NOW, nonce: asked.challenge, audience: asked.domain });
    for (const sent of [text, envelop({ mediaType: 'vp+jwt', text })]) expect(await failures(sent)).toEqual([]);
    expect(await failures(text, { ...asked, challenge: 'another' })).toEqual(['proof proof-challenge']);
  });

  it.each<[string, () => Promise<unknown>, Partial<PresentationOptions>, string[]]>([
    ['another challenge', () => presented(), { ...asked, challenge: 'twice' }, ['proof proof-challenge']],
    ['no challenge where one was given', () => presented({}, holder, { domain: asked.domain }), asked, ['proof proof-challenge']],
    ['another domain', () => presented(), { ...asked, domain: 'other.example' }, ['proof proof-domain']],
    ['a proof of what somebody asserts', () => presented({}, holder, { ...asked, proofPurpose: 'assertionMethod' }), asked, ['proof wrong-proof-purpose']],
    ['a holder who did not sign', () => presented({ holder: sampleIssuer.did }), asked, ['holder-binding not-the-holders-key']],
    ['nobody who signed', async () => unsigned(), {}, ['proof unsigned-presentation']],
    ['another type', async () => ({ ...(await presented()), type: ['Presentation'] }), asked, ['structure invalid-structure', 'contexts not-canonicalizable', 'proof not-canonicalizable']],
    ['no contexts', async () => ({ ...(await presented()), '@context': undefined }), asked, ['structure invalid-structure', 'contexts base-context', 'proof unreadable']],
    ['another base context', () => presented({ '@context': ['https://w3id.org/security/data-integrity/v2', CREDENTIALS_V2] }), asked, ['contexts base-context', 'proof unreadable']],
    ['a credential that was exchanged', async () => ({ ...(await presented()), verifiableCredential: [] }), asked, ['proof invalid-signature']],
    ['a keyword', async () => ({ ...(await presented()), '@graph': [] }), asked, ['structure refused-member', 'proof unreadable']],
  ])('with %s is refused', async (_, sent, options, expected) => {
    expect(await failures(JSON.parse(JSON.stringify(await sent())), options)).toEqual(expected);
  });

  it('without a challenge may still be looked at', async () => expect(await failures(await presented({}, holder, {}), {})).toEqual([]));

  it.each([[null], [[]], ['text'], [{ type: ['VerifiableCredential'] }], [{ type: 'EnvelopedVerifiablePresentation', id: 'data:,x' }]])('is not %j', (sent) => {
    expect(() => openPresentation(sent)).toThrow(expect.objectContaining({ name: 'CredentialError' }));
  });
  it('is not a credential, nor more than a hundred', () => {
    expect(() => openPresentation(token)).toThrow(expect.objectContaining({ code: 'not-a-presentation' }));
    expect(() => openPresentation(unsigned({ verifiableCredential: Array.from({ length: 101 }, () => ({})) }))).toThrow(expect.objectContaining({ code: 'too-large' }));
  });
});

describe('what is presented', () => {
  it('is opened in each envelope, each by itself', async () => {
    const inside = presentedIn(unsigned({ verifiableCredential: [credential, token, envelop({ mediaType: 'vc+jwt', text: token }), 'nothing', { type: 'VerifiablePresentation' }] }));
    expect(inside.map(({ pointer }) => pointer)).toEqual([0, 1, 2, 3, 4].map((at) => `/verifiableCredential/${at}`));
    expect(inside.map(({ credential: opened }) => ('envelope' in opened ? opened.envelope : opened.code))).toEqual(['data-integrity', 'vc+jwt', 'vc+jwt', 'invalid-token', 'not-a-credential']);
    expect(presentedIn(unsigned({ verifiableCredential: credential })).map(({ pointer }) => pointer)).toEqual(['/verifiableCredential']);
    expect(presentedIn({})).toEqual([]);
  });

  it('is bound to its holder, or can be shown by anybody', async () => {
    expect(checkSubject(credential, await verify(await presented()))).toMatchObject({ result: 'passed', code: 'subject-is-holder' });
    const others: [JsonObject, unknown][] = [
      [{ credentialSubject: [{ id: holder.did }, { id: 'did:example:2' }] }, await presented()],
      [{ credentialSubject: { name: 'x' } }, await presented()],
      [credential, await presented({ holder: sampleSigner(4).did }, sampleSigner(4))],
      [credential, unsigned()],
    ];
    for (const [document, sent] of others) expect(checkSubject(document, await verify(sent, {}))).toMatchObject({ result: 'warned', code: 'bearer' });
  });
});

describe('the proof-only profile', () => {
  const options = { now: new Date('2040-01-01T00:00:00Z'), resolveKey: resolveOffline, profile: 'proof-only' } as const;

  it('asks for nothing but the proof', async () => {
    const stranger = await eddsaRdfc2022.prove(new HashedDocument(unproven(), bundledContexts), { created: '2026-11-24T09:30:00Z', proofPurpose: 'assertionMethod' }, holder);
    const checks = await verifyCredential(openCredential({ ...unproven(), proof: stranger }), options);
    expect(checks.map(({ check, result }) => `${check} ${result}`)).toEqual(['structure passed', 'contexts passed', 'proof passed', 'issuer-binding skipped', 'dates skipped', 'schema skipped']);
  });
  const unproven = (): JsonObject => {
    const { proof: _, ...document } = credential;
    return document;
  };

  it.each<[string, object, string[]]>([
    ['terms', { Course: 'https://example.org/Course' }, []],
    ['a nested context', { '@context': { Course: 'https://example.org/Course' } }, []],
    ['@vocab', { '@vocab': 'https://example.org/' }, []],
    ['scoped terms', { Course: { '@id': 'https://example.org/Course', '@context': { '@protected': true, grade: 'https://example.org/grade' } } }, []],
    ['@base', { '@base': 'https://example.org/', Course: 'https://example.org/Course' }, ['contexts context-keyword', 'proof unreadable']],
    ['@import', { '@import': 'https://example.org/', Course: 'https://example.org/Course' }, ['contexts context-keyword', 'proof unreadable']],
    ['a context off the list in a term', { Course: { '@id': 'https://example.org/Course', '@context': 'https://example.org/context' } }, ['contexts unknown-context', 'proof unreadable']],
    ['a protected term', { Course: 'https://example.org/Course', VerifiableCredential: 'https://example.org/VC' }, ['contexts not-canonicalizable', 'proof not-canonicalizable']],
    ['nothing for its type', {}, ['contexts not-canonicalizable', 'proof not-canonicalizable']],
  ])('reads a context that is written out with %s', async (_, context, expected) => {
    const change = { '@context': [CREDENTIALS_V2, context], type: ['VerifiablePresentation', 'Course'] } as JsonObject;
    const sent = expected.length === 0 ? await presented(change) : { ...(await presented()), ...change };
    expect(await failures(sent, { ...asked, profile: 'proof-only' })).toEqual(expected);
    expect(await failures(sent)).toEqual(expect.arrayContaining(['contexts inline-context', 'proof unreadable']));
  });
});
