import { beforeAll, describe, expect, it } from '@jest/globals';
import { digest, generateSalt } from '@sd-jwt/crypto-nodejs';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { buildAchievementCredential } from '../achievement/build-achievement-credential.js';
import { isVerified } from '../checks/check.js';
import { verifyCredential } from '../checks/verify-credential.js';
import { CredentialError } from '../credential-error.js';
import { resolveOffline } from '../did/resolve-offline.js';
import type { JsonObject } from '../document/json.js';
import { openSecured } from '../envelopes/open-secured.js';
import { signJwt } from '../jose/jwt.js';
import { publicKeyToJwk } from '../keys/public-key.js';
import { signWith, verifySignature } from '../keys/signature.js';
import { libraryCourse, SAMPLE_NOW } from '../samples/library-course.js';
import { sampleSigner } from '../samples/sample-key.js';
import { base64url } from '../jose/base64url.js';
import { bindSdJwt } from './key-binding.js';
import { discloseSdJwt, readSdJwt } from './sd-jwt.js';
import { DISCLOSABLE, openSdJwtVc, signSdJwtVc, verifySdJwtVc } from './sd-jwt-vc.js';

const now = SAMPLE_NOW;
const vct = 'https://laurel.example/credential-types/open-badge';
const status = { idx: 90_210, uri: 'https://laurel.example/v1/token-status-lists/1' };
const issuer = sampleSigner(7, 'P-256');
const holder = sampleSigner(21, 'P-256');
const document = buildAchievementCredential(libraryCourse({ issuer: { id: issuer.did, name: 'Library' } }));
const expected = { purpose: 'assertionMethod' } as const;
const asked = { ...expected, challenge: 'n-0S6_WzA2Mj', domain: 'https://verifier.example' };
const verify = (text: string, wanted: typeof expected | typeof asked = expected, at = now) => verifySdJwtVc(openSdJwtVc(text), { now: at, resolveKey: resolveOffline, expected: wanted });
const bind = (text: string, change: Partial<Parameters<typeof bindSdJwt>[2]> = {}, signer = holder) =>
  bindSdJwt(text, signer, { nonce: asked.challenge, audience: asked.domain, issuedAt: now, ...change });

/** @sd-jwt/sd-jwt-vc with the same keys. */
const foreign = new SDJwtVcInstance({
  hasher: digest,
  hashAlg: 'sha-256',
  saltGenerator: generateSalt,
  signAlg: 'ES256',
  signer: (data) => base64url(signWith('P-256', issuer.privateKey, Buffer.from(data))),
  verifier: (data, signature) => verifySignature(issuer.publicKey, Buffer.from(data), Buffer.from(signature, 'base64url')),
  kbSignAlg: 'ES256',
  kbSigner: (data) => base64url(signWith('P-256', holder.privateKey, Buffer.from(data))),
  kbVerifier: (data, signature) => verifySignature(holder.publicKey, Buffer.from(data), Buffer.from(signature, 'base64url')),
});
const currentDate = now.getTime() / 1_000;

let ours: string;
let bound: string;
beforeAll(async () => {
  ours = await signSdJwtVc(document, issuer, { issuedAt: now, vct, status });
  bound = await signSdJwtVc(document, issuer, { issuedAt: now, vct, holderKey: holder.publicKey });
});

describe('a credential as an SD-JWT VC', () => {
  it('has the claims of its kind, and gives the same credential back', async () => {
    const { header, claims, withheld, placed } = readSdJwt(ours);
    expect(header).toEqual({ alg: 'ES256', typ: 'dc+sd-jwt', kid: issuer.verificationMethod });
    expect(claims).toMatchObject({ iss: issuer.did, vct, iat: currentDate, nbf: currentDate, exp: expect.any(Number), jti: document.id, sub: 'urn:uuid:5f0c2c6e-5d0e-4f0a-9d55-8a1f6a3b7c21', status: { status_list: status } });
    expect({ withheld, shown: placed.length }).toEqual({ withheld: 0, shown: 10 });
    expect(openSdJwtVc(ours)).toMatchObject({ document, faults: [] });
    expect(await verify(ours)).toEqual({ pointer: '', verificationMethod: issuer.verificationMethod, controller: issuer.did });
  });

  it('passes every check that a document gets, with all of it shown', async () => {
    const opened = openSecured(ours);
    if (opened.kind === 'presentation') throw new Error('not a credential');
    const checks = await verifyCredential(opened, { now, resolveKey: resolveOffline });
    expect(checks.filter(({ result }) => result === 'failed')).toEqual([]);
    expect(isVerified(checks)).toBe(true);
    expect(opened).toMatchObject({ envelope: 'dc+sd-jwt', status, withheld: 0, verificationMethods: [issuer.verificationMethod] });
  });

  it('keeps back what its holder does not show', async () => {
    const shown = discloseSdJwt(ours, ['/credentialSubject/id', '/evidence/0']);
    const { document: seen, withheld, claims } = openSdJwtVc(shown);
    expect(seen.evidence).toEqual([(document.evidence as JsonObject[])[0]]);
    expect(seen.credentialSubject).toEqual({ ...(document.credentialSubject as JsonObject), identifier: undefined, result: undefined });
    expect(claims.sub).toBeUndefined();
    expect(withheld).toBe(4);
    expect((await verify(shown)).fault).toBeUndefined();
    expect(shown).not.toContain(ours.split('~')[4]);
  });

  it.each<[string[], number]>([[[], 0], [['sub'], 1], [['/evidence'], 3], [['/evidence/1'], 2], [['/credentialSubject'], 6], [['/credentialSubject/result', 'sub'], 4]])('of which %j is kept has %i disclosures', (keep, count) => {
    expect(discloseSdJwt(ours, keep).split('~')).toHaveLength(count + 2);
  });

  it.each([[['/name']], [['/evidence/7']], [['nothing']]])('shows nothing that is not there to choose: %j', (keep) => {
    expect(() => discloseSdJwt(ours, keep)).toThrow(expect.objectContaining({ code: 'invalid-pointer' }));
  });

  it.each(['/vct', '/status/status_list', '/iss', '/exp', '/cnf'])('is not signed with %s for the holder to keep back', async (pointer) => {
    await expect(signSdJwtVc(document, issuer, { issuedAt: now, vct, disclosable: [pointer] })).rejects.toMatchObject({ code: 'invalid-structure' });
  });

  it.each<[string, string, JsonObject, string?]>([
    ['invalid-claim', 'without vct', {}],
    ['invalid-claim', 'with a status in another form', { vct, status: { status_list: { idx: '1' } } }],
    ['wrong-token-type', 'as a JWT of another kind', { vct }, 'JWT'],
    ['wrong-token-type', 'as a holder’s token', { vct }, 'kb+jwt'],
    ['conflicting-claim', 'with another sub', { vct, sub: 'did:example:1' }],
    ['proof-expired', 'that ended', { vct, exp: currentDate - 1, validUntil: '2026-11-24T09:29:59Z' }],
  ])('is refused, %s, %s', async (code, _what, claims, typ = 'dc+sd-jwt') => {
    expect((await verify(`${await signJwt({ typ }, { ...document, iss: issuer.did, ...claims }, issuer)}~`)).fault?.code).toBe(code);
  });

  it('is refused with a claim disclosed that none may keep back', async () => {
    const disclosure = base64url('["salt","exp",4102444800]');
    const claims = { ...document, validUntil: '2100-01-01T00:00:00Z', iss: issuer.did, vct, _sd: [Buffer.from(digest(disclosure, 'sha-256')).toString('base64url')] };
    expect((await verify(`${await signJwt({ typ: 'dc+sd-jwt' }, claims, issuer)}~${disclosure}~`)).fault?.code).toBe('claim-not-disclosable');
  });

  it('is refused whichever of its characters is another', async () => {
    const step = 3;
    const refused = await Promise.all(
      Array.from({ length: Math.floor(ours.length / step) }, async (_, each) => {
        const at = each * step;
        try {
          return (await verify(ours.slice(0, at) + (ours[at] === 'A' ? 'B' : 'A') + ours.slice(at + 1))).fault !== undefined;
        } catch (error) {
          return error instanceof CredentialError && error.code === 'invalid-token';
        }
      }),
    );
    expect(refused.indexOf(false)).toBe(-1);
    expect(refused.length).toBeGreaterThan(1_500);
  });

  it('with more disclosures than are read is refused, not cut off', () => {
    const disclosures = (count: number) => Array<string>(count).fill('WyJzYWx0IiwiYSIsMV0').join('~');
    const [token = ''] = ours.split('~', 1);
    for (const rest of ['', 'WyJzYWx0IiwiYSIsMV0~']) expect(() => openSdJwtVc(`${token}~${disclosures(9_999)}~${rest}`)).toThrow('too many disclosures');
  });

  it('of somebody who knows no JSON-LD becomes a credential about its subject', async () => {
    const claims = { iss: issuer.did, vct: 'urn:example:degree:1', sub: 'did:example:1', nbf: currentDate, exp: currentDate + 60, degree: 'MSc' };
    const opened = openSecured(`${await signJwt({ typ: 'dc+sd-jwt' }, claims, issuer)}~`);
    expect(opened).toMatchObject({ jsonLd: false, document: { issuer: issuer.did, validFrom: '2026-11-24T09:30:00.000Z', validUntil: '2026-11-24T09:31:00.000Z', credentialSubject: { id: 'did:example:1', degree: 'MSc' } } });
    expect((await opened.proofs({ now, resolveKey: resolveOffline, expected } as Parameters<typeof opened.proofs>[0]))[0]?.fault).toBeUndefined();
  });
});

describe('a holder', () => {
  it('signs what is shown for one verifier', async () => {
    expect((await verify(await bind(bound), asked)).fault).toBeUndefined();
    expect((await verify(await bind(discloseSdJwt(bound, ['evidence'])), asked)).fault).toBeUndefined();
    expect((await verify(await bind(bound))).fault).toBeUndefined();
    expect((await verify(bound)).fault).toBeUndefined();
  });

  it.each<[string, string, () => Promise<string>, (typeof expected)?]>([
    ['holder-not-bound', 'nothing', async () => bound],
    ['no-holder-key', 'for a credential of anybody', () => bind(ours)],
    ['proof-challenge', 'for another nonce', () => bind(bound, { nonce: 'other' })],
    ['proof-domain', 'for another verifier', () => bind(bound, { audience: 'https://other.example' })],
    ['holder-signed-earlier', 'too long ago', () => bind(bound, { issuedAt: new Date(now.getTime() - 7 * 60_000) })],
    ['token-not-yet-valid', 'in the time to come', () => bind(bound, { issuedAt: new Date(now.getTime() + 7 * 60_000) })],
    ['holder-signature', 'with a key of somebody else', () => bind(bound, {}, sampleSigner(22, 'P-256'))],
    ['holder-signature', 'with a key of somebody else, unasked', () => bind(bound, {}, sampleSigner(22, 'P-256')), expected],
    ['holder-signed-other', 'something else than is shown', async () => `${discloseSdJwt(bound, ['evidence'])}${(await bind(bound)).split('~').at(-1)}`],
    ['holder-signature', 'a token of another type', async () => `${bound}${await signJwt({ typ: 'JWT' }, {}, holder)}`],
  ])('is refused, %s, who signs %s', async (code, _what, text, wanted = asked) => {
    expect((await verify(await text(), wanted)).fault?.code).toBe(code);
  });

  it('binds and discloses nothing that is bound', async () => {
    const presented = await bind(bound);
    await expect(bind(presented)).rejects.toMatchObject({ code: 'invalid-token' });
    expect(() => discloseSdJwt(presented, [])).toThrow(expect.objectContaining({ code: 'invalid-token' }));
  });
});

describe('@sd-jwt/sd-jwt-vc', () => {
  it('accepts ours, whole, in parts and bound, and refuses the altered', async () => {
    const plain = await signSdJwtVc(document, issuer, { issuedAt: now, vct });
    await expect(foreign.verify(plain, { currentDate, requiredClaimKeys: ['sub', 'jti', 'iss', 'vct'] })).resolves.toMatchObject({ payload: { jti: document.id, credentialSubject: document.credentialSubject } });
    await expect(foreign.verify(discloseSdJwt(plain, ['evidence']), { currentDate })).resolves.toMatchObject({ payload: { evidence: document.evidence } });
    await expect(foreign.verify(await bind(bound), { currentDate, keyBindingNonce: asked.challenge })).resolves.toMatchObject({ kb: { payload: { aud: asked.domain } } });
    await expect(foreign.verify(`${plain.slice(0, 200)}A${plain.slice(201)}`, { currentDate })).rejects.toThrow();
  });

  it('gives us what we accept, and lets its holder present it to us', async () => {
    const payload = { iss: issuer.did, vct, iat: currentDate, nbf: currentDate, cnf: { jwk: publicKeyToJwk(holder.publicKey) }, given_name: 'Ada', nationalities: ['DE', 'FR'], address: { street: 'x' } };
    const theirs = await foreign.issue(payload, { _sd: ['given_name', 'address'], nationalities: { _sd: [0, 1] }, address: { _sd: ['street'] } }, { header: { kid: issuer.verificationMethod } });
    expect((await verify(theirs)).fault).toBeUndefined();
    expect(openSdJwtVc(theirs)).toMatchObject({ withheld: 0, document: { credentialSubject: { given_name: 'Ada', nationalities: ['DE', 'FR'], address: { street: 'x' } } } });
    const presented = await foreign.present(theirs, { given_name: true }, { kb: { payload: { iat: currentDate, aud: asked.domain, nonce: asked.challenge } } });
    expect((await verify(presented, asked)).fault).toBeUndefined();
    expect(openSdJwtVc(presented).document.credentialSubject).toEqual({ given_name: 'Ada', nationalities: [] });
  });
});

it('what may be kept back is what tells of the learner', () => {
  expect(DISCLOSABLE.filter((pointer) => !/^\/(sub|evidence|credentialSubject\/(id|name|identifier|result))(\/\*)?$/.test(pointer))).toEqual([]);
});
