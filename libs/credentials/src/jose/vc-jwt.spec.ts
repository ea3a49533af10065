import { beforeAll, describe, expect, it } from '@jest/globals';
import { decodeProtectedHeader, importJWK, jwtVerify, SignJWT } from 'jose';
import { buildAchievementCredential } from '../achievement/build-achievement-credential.js';
import { CredentialError } from '../credential-error.js';
import { resolveOffline } from '../did/resolve-offline.js';
import type { Json, JsonObject } from '../document/json.js';
import { publicKeyToJwk, SIGNING_KEY_TYPES } from '../keys/public-key.js';
import { fixtureText, haveFixtures } from '../samples/fixtures.config.js';
import { libraryCourse, SAMPLE_NOW, sampleIssuer } from '../samples/library-course.js';
import { sampleSigner } from '../samples/sample-key.js';
import { base64url } from './base64url.js';
import { verificationMethodOf } from './jwt.js';
import { openVcJwt, signVcJwt, verifyVcJwt } from './vc-jwt.js';

const now = SAMPLE_NOW;
const issuedAt = SAMPLE_NOW;
const document = buildAchievementCredential(libraryCourse());
const verify = (text: string, at = now) => verifyVcJwt(openVcJwt(text), { now: at, resolveKey: resolveOffline });

/** Signed by the sample issuer with other claims, other header; what is `undefined` is left out. */
const altered = (claims: Record<string, Json | undefined>, header: Record<string, string | undefined> = {}) => {
  const signed = { ...openVcJwt(ours).claims, ...claims };
  return new SignJWT(JSON.parse(JSON.stringify(signed)) as JsonObject).setProtectedHeader(JSON.parse(JSON.stringify({ alg: 'EdDSA', typ: 'vc+jwt', kid: sampleIssuer.verificationMethod, ...header })) as { alg: string }).sign(sampleIssuer.privateKey);
};

let ours: string;
beforeAll(async () => {
  ours = await signVcJwt(document, sampleIssuer, { issuedAt });
});

describe('a credential as a JWT', () => {
  it('is its own payload, with the claims that others decide by', () => {
    expect(decodeProtectedHeader(ours)).toEqual({ alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc', kid: sampleIssuer.verificationMethod });
    expect(openVcJwt(ours)).toMatchObject({ document, faults: [] });
    expect(openVcJwt(ours).claims).toEqual({
      ...document,
      iss: sampleIssuer.did,
      sub: 'urn:uuid:5f0c2c6e-5d0e-4f0a-9d55-8a1f6a3b7c21',
      jti: 'urn:uuid:01936000-0000-7000-8000-000000000001',
      nbf: 1_795_512_600,
      exp: Math.floor(Date.parse(String(document.validUntil)) / 1_000),
      iat: 1_795_512_600,
    });
    expect(openVcJwt(ours).document).toEqual(document);
  });

  it.each(SIGNING_KEY_TYPES)('signed with %s is taken by jose, and jose’s by us', async (type) => {
    const signer = sampleSigner(5, type);
    const credential = buildAchievementCredential(libraryCourse({ issuer: { id: signer.did, name: 'Library' } }));
    const text = await signVcJwt(credential, signer, { issuedAt });
    const { alg = '' } = decodeProtectedHeader(text);
    const options = { currentDate: now, typ: 'vc+jwt', issuer: signer.did, requiredClaims: ['sub', 'jti', 'nbf', 'iat'] };
    await expect(jwtVerify(text, await importJWK(publicKeyToJwk(signer.publicKey), alg), options)).resolves.toBeDefined();
    const theirs = await new SignJWT(credential).setProtectedHeader({ alg, kid: signer.verificationMethod, typ: 'JWT' }).setIssuer(signer.did).setIssuedAt(now).sign(signer.privateKey);
    expect(await verify(theirs)).toEqual({ pointer: '', verificationMethod: signer.verificationMethod, controller: signer.did });
  });

  it.each([
    ['without issuer', { issuer: { name: 'x' } }],
    ['with an end that is none to it', { exp: 'tomorrow' }],
    ['with a status beside its own', { status: { status_list: { idx: 0, uri: 'https://status.example/1' } } }],
    ['with another credential inside', { vc: {} }],
    ['with a proof', { proof: { type: 'DataIntegrityProof' } }],
  ])('is not signed %s', async (_what, change) => {
    await expect(signVcJwt({ ...document, ...change }, sampleIssuer, { issuedAt })).rejects.toMatchObject({ code: 'invalid-structure' });
  });

  it.each<[string, Record<string, Json | undefined>, Record<string, string | undefined>?]>([
    ['without typ', {}, { typ: undefined }],
    ['as application/vc+jwt', {}, { typ: 'application/vc+jwt', cty: 'application/vc' }],
    ['of an earlier draft', {}, { typ: 'vc+ld+json+jwt', cty: 'vc+ld+json' }],
    ['of Open Badges 3.0', {}, { typ: 'JWT' }],
    ['without kid, by the one key of its issuer', {}, { kid: undefined }],
    ['with the fragment as kid', {}, { kid: sampleIssuer.verificationMethod.split('#')[1] }],
    ['without any claim but the credential’s own', { iss: undefined, sub: undefined, jti: undefined, nbf: undefined, exp: undefined, iat: undefined }],
    ['with iat in words, as W3C’s suite has it', { iat: '2026-11-24T09:30:00Z' }],
    ['with times in fractions', { nbf: 1_795_512_600.5 }],
  ])('is taken %s', async (_what, claims, header = {}) => {
    expect((await verify(await altered(claims, header))).fault).toBeUndefined();
  });

  it.each<[string, string, Record<string, Json | undefined>, Record<string, string | undefined>?]>([
    ['wrong-token-type', 'as a presentation', {}, { typ: 'vp+jwt' }],
    ['wrong-token-type', 'as an access token', {}, { typ: 'at+jwt' }],
    ['wrong-token-type', 'with another content', {}, { cty: 'bad+cty' }],
    ['no-key-named', 'with neither kid nor iss', { iss: undefined }, { kid: undefined }],
    ['no-key-named', 'with the fragment of nobody’s key', { iss: undefined }, { kid: '#key-1' }],
    ['invalid-verification-method', 'under another key of its issuer', {}, { kid: `${sampleIssuer.did}#other` }],
    ['unsupported-did-method', 'under an https address', {}, { kid: 'https://example.org/keys/1' }],
    ['invalid-signature', 'under somebody else’s key', {}, { kid: sampleSigner(9).verificationMethod }],
    ['wrong-key-type', 'under a key of another kind', {}, { kid: sampleSigner(9, 'P-256').verificationMethod }],
    ['unsupported-claim', 'with vc', { vc: { type: ['VerifiableCredential'] } }],
    ['unsupported-claim', 'with vp', { vp: 'no' }],
    ['conflicting-claim', 'with another iss', { iss: 'did:example:1' }],
    ['conflicting-claim', 'with iss in the header that is another', {}, { iss: 'did:example:1' }],
    ['conflicting-claim', 'with another jti', { jti: 'urn:uuid:2' }],
    ['conflicting-claim', 'with another sub', { sub: 'did:example:2' }],
    ['conflicting-claim', 'with nbf a second off', { nbf: 1_795_512_599 }],
    ['conflicting-claim', 'with exp a second off', { exp: Math.floor(Date.parse(String(document.validUntil)) / 1_000) + 1 }],
    ['invalid-claim', 'with nbf in a string', { nbf: 'soon' }],
    ['invalid-claim', 'with an exp beyond time', { validUntil: undefined, exp: 1e300 }],
    ['proof-expired', 'of which only the token ended', { validUntil: undefined, exp: 1_795_512_599 }],
    ['token-not-yet-valid', 'of which only the token has not begun', { validFrom: undefined, nbf: 1_795_512_700 }],
    ['token-not-yet-valid', 'that was made tomorrow', { iat: 1_795_600_000 }],
    ['proof-inside-token', 'with a proof inside', { proof: { type: 'DataIntegrityProof' } }],
  ])('is refused, %s, %s', async (code, _what, claims, header = {}) => {
    expect((await verify(await altered(claims, header))).fault?.code).toBe(code);
  });

  it('is refused whichever of its characters is another', async () => {
    const refused = await Promise.all(
      [...ours].map(async (character, at) => {
        try {
          return (await verify(ours.slice(0, at) + (character === 'A' ? 'B' : 'A') + ours.slice(at + 1))).fault !== undefined;
        } catch (error) {
          return error instanceof CredentialError && error.code === 'invalid-token';
        }
      }),
    );
    expect(refused.indexOf(false)).toBe(-1);
    expect(refused.length).toBeGreaterThan(4_000);
  });

  it('is shown although it cannot be verified', async () => {
    const text = `${base64url('{"alg":"none"}')}.${base64url(JSON.stringify({ vc: document }))}.`;
    expect(openVcJwt(text)).toMatchObject({ document, faults: [{ code: 'unsupported-claim' }] });
    expect((await verify(text)).fault?.code).toBe('unsupported-algorithm');
  });

  it.each<[string | undefined, string | undefined, string | undefined]>([
    ['did:web:a.example#k1', undefined, 'did:web:a.example#k1'],
    ['#k1', 'did:web:a.example', 'did:web:a.example#k1'],
    ['did:jwk:e30', undefined, 'did:jwk:e30#0'],
    [undefined, 'did:jwk:e30', 'did:jwk:e30#0'],
    [undefined, 'did:key:z1', 'did:key:z1#z1'],
    [undefined, 'did:web:a.example', undefined],
    ['did:web:a.example', 'did:web:a.example', 'did:web:a.example'],
  ])('under the kid %s and iss %s names the key %s', (kid, iss, method) => {
    const { jws } = openVcJwt(ours);
    expect(verificationMethodOf({ header: { alg: 'EdDSA', ...(kid !== undefined && { kid }) }, claims: { ...(iss !== undefined && { iss }) }, jws })).toBe(method);
  });
});

(haveFixtures ? describe : describe.skip)('1EdTech’s samples', () => {
  it.each([
    ['ob30-samples/simple.jwt', 'no-key-named'],
    ['ob30-samples/velocity.jwt', 'unsupported-did-method'],
    ['clr20-samples/simple.jwt', 'key-in-header'],
  ])('%s is shown and refused: %s', async (file, code) => {
    const opened = openVcJwt(fixtureText(file));
    expect(opened.document.type).toContain('VerifiableCredential');
    expect(opened.faults).toContainEqual(expect.objectContaining({ code: 'unsupported-claim' }));
    expect(await verifyVcJwt(opened, { now, resolveKey: resolveOffline })).toMatchObject({ fault: { code } });
  });
});
