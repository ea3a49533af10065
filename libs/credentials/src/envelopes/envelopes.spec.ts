import { describe, expect, it } from '@jest/globals';
import { buildAchievementCredential } from '../achievement/build-achievement-credential.js';
import { isVerified } from '../checks/check.js';
import { verifyCredential } from '../checks/verify-credential.js';
import { resolveOffline } from '../did/resolve-offline.js';
import { CREDENTIALS_V2 } from '../contexts/context-urls.js';
import type { Json, JsonObject } from '../document/json.js';
import { signJwt } from '../jose/jwt.js';
import { signVcJwt } from '../jose/vc-jwt.js';
import { signVpJwt } from '../jose/vp-jwt.js';
import { libraryCourse, SAMPLE_NOW, sampleIssuer } from '../samples/library-course.js';
import { sampleSigner } from '../samples/sample-key.js';
import { signSdJwt } from '../sd-jwt/sd-jwt.js';
import { envelop, unenvelop } from './enveloped.js';
import { openSecured } from './open-secured.js';

const now = SAMPLE_NOW;
const holder = sampleSigner(33, 'P-384');
const document = buildAchievementCredential(libraryCourse());
const credential = await signVcJwt(document, sampleIssuer, { issuedAt: now });
const presentation: JsonObject = { '@context': [CREDENTIALS_V2], id: 'urn:uuid:1', type: ['VerifiablePresentation'], holder: holder.did, verifiableCredential: [envelop({ mediaType: 'vc+jwt', text: credential })] };
const asked = { purpose: 'authentication', challenge: 'n-0S6_WzA2Mj', domain: 'https://verifier.example' } as const;
const present = (change: JsonObject = {}, options = {}, signer = holder) => signVpJwt({ ...presentation, ...change }, signer, { issuedAt: now, nonce: asked.challenge, audience: asked.domain, ...options });
const faultOf = async (text: string, expected: { purpose: 'authentication' } = asked) => {
  const [outcome] = await openSecured(text).proofs({ now, resolveKey: resolveOffline, expected } as Parameters<ReturnType<typeof openSecured>['proofs']>[0]);
  return outcome?.fault?.code;
};

describe('an envelope', () => {
  it.each([
    ['vc+jwt', 'EnvelopedVerifiableCredential'],
    ['dc+sd-jwt', 'EnvelopedVerifiableCredential'],
    ['vp+jwt', 'EnvelopedVerifiablePresentation'],
  ] as const)('of %s is an %s, and is opened again', (mediaType, type) => {
    const envelope = envelop({ mediaType, text: 'a.b.c~d~' });
    expect(envelope).toEqual({ '@context': [CREDENTIALS_V2], id: `data:application/${mediaType},a.b.c~d~`, type });
    expect(unenvelop(envelope)).toEqual({ mediaType, text: 'a.b.c~d~' });
    expect(unenvelop({ ...envelope, '@context': CREDENTIALS_V2, type: [type] })).toEqual({ mediaType, text: 'a.b.c~d~' });
  });

  it.each<[string, Json]>([
    ['a text', 'a.b.c'],
    ['another type', { ...envelop({ mediaType: 'vc+jwt', text: 'a.b.c' }), type: 'VerifiableCredential' }],
    ['a presentation where a credential should be', { ...envelop({ mediaType: 'vp+jwt', text: 'a.b.c' }), type: 'EnvelopedVerifiableCredential' }],
    ['without context', { id: 'data:application/vc+jwt,a.b.c', type: 'EnvelopedVerifiableCredential' }],
    ...['not-a-credential', 'data:application/json,a', 'data:application/vc+jwt;base64,YQ', 'data:application/vc+jwt,', 'data:application/vc+jwt,a b', 'https://example.org/vc+jwt,a.b.c'].map((id): [string, Json] => [
      id,
      { '@context': [CREDENTIALS_V2], id, type: 'EnvelopedVerifiableCredential' },
    ]),
  ])('is not %s', (_what, value) => {
    expect(unenvelop(value)).toBeUndefined();
  });
});

describe('a secured text', () => {
  it('is a credential that gets every check', async () => {
    const opened = openSecured(`${credential}\n`);
    expect(opened).toMatchObject({ kind: 'credential', envelope: 'vc+jwt', document, faults: [], verificationMethods: [sampleIssuer.verificationMethod] });
    if (opened.kind === 'presentation') throw new Error('not a credential');
    expect(isVerified(await verifyCredential(opened, { now, resolveKey: resolveOffline }))).toBe(true);
  });

  it.each(['', 'text', 'a.b', '~', `${credential}.`, `~${credential}`, '{"type":"VerifiableCredential"}'])('is not %j', (text) => {
    expect(() => openSecured(text)).toThrow(expect.objectContaining({ code: 'invalid-token' }));
  });
});

describe('a presentation', () => {
  it('is signed by its holder for one verifier', async () => {
    const text = await present();
    expect(openSecured(text)).toMatchObject({ kind: 'presentation', envelope: 'vp+jwt', document: presentation, faults: [], verificationMethods: [holder.verificationMethod] });
    expect(await faultOf(text)).toBeUndefined();
    expect(await faultOf(text, { purpose: 'authentication' })).toBeUndefined();
  });

  it('may hold what cannot be read here, for its own check to refuse', async () => {
    expect(await faultOf(await present({ verifiableCredential: [{ '@context': CREDENTIALS_V2, id: 'data:application/vc+cose;base64,0oRY', type: 'EnvelopedVerifiableCredential' }] }))).toBeUndefined();
  });

  it('may be an SD-JWT', async () => {
    const text = await signSdJwt({ typ: 'vp+sd-jwt' }, { ...presentation, nonce: asked.challenge, aud: asked.domain }, ['/id'], holder);
    expect(openSecured(text)).toMatchObject({ kind: 'presentation', envelope: 'vp+sd-jwt', document: presentation, withheld: 0 });
    expect(await faultOf(text)).toBeUndefined();
    expect(await faultOf(`${text.split('~')[0]}~`)).toBeUndefined();
  });

  it.each<[string, string, () => Promise<string>]>([
    ['proof-challenge', 'for another challenge', () => present({}, { nonce: 'other' })],
    ['proof-challenge', 'for none', () => present({}, { nonce: undefined })],
    ['proof-domain', 'for another verifier', () => present({}, { audience: 'https://other.example' })],
    ['proof-expired', 'that ended', () => present({}, { expires: new Date(now.getTime() - 1_000) })],
    ['conflicting-claim', 'of another holder', () => signJwt({ typ: 'vp+jwt' }, { ...presentation, iss: 'did:example:1', nonce: asked.challenge, aud: asked.domain }, holder)],
    ['unsecured-credential', 'of a credential that nobody signed', () => present({ verifiableCredential: [document] })],
    ['unsecured-credential', 'of no credential', () => present({ verifiableCredential: [{ '@context': [CREDENTIALS_V2], id: 'not-a-credential', type: 'EnvelopedVerifiableCredential' }] })],
    ['unsecured-credential', 'of a token outside its envelope', () => present({ verifiableCredential: [credential] })],
    ['wrong-token-type', 'with the type of a credential', () => signJwt({ typ: 'vc+jwt' }, { ...presentation, nonce: asked.challenge, aud: asked.domain }, holder)],
    ['unsupported-claim', 'in vp', () => signJwt({ typ: 'JWT' }, { vp: presentation, nonce: asked.challenge, aud: asked.domain }, holder)],
  ])('is refused, %s, %s', async (code, _what, text) => {
    expect(await faultOf(await text())).toBe(code);
  });
});
