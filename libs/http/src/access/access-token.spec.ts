import { describe, expect, it } from '@jest/globals';
import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type JsonWebKey } from 'node:crypto';
import { AUDIENCE, InvalidToken, signAccessToken, SigningJwk, verifyStrict, type AccessTokenClaims } from './access-token.js';

const newJwk = (kid: string) => SigningJwk.parse({ ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }), kid });
const publicOf = ({ kty, crv, x, y }: SigningJwk) => createPublicKey({ key: { kty, crv, x, y } as JsonWebKey, format: 'jwk' });

const ours = newJwk('ours');
const learners = newJwk('learners');
const foreign = newJwk('ours');
const now = Date.parse('2026-11-24T09:30:00.000Z');
const iat = now / 1000;
const id = '01a20d61-01ab-731e-a729-ae3139d33e29';
const claims: AccessTokenClaims = { iss: 'provider-registry', sub: id, aud: AUDIENCE, iat, exp: iat + 600, jti: id, scope: 'provider', client_id: id };

const keyOf = (kid: string) =>
  ({ ours: { key: publicOf(ours), issuer: 'provider-registry' }, learners: { key: publicOf(learners), issuer: 'learner-records' } })[kid];
const verify = (token: string, at = now) => verifyStrict(token, keyOf, at);

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** Signs whatever header and claims, as no library would. */
const signRaw = (header: Record<string, unknown>, payload: Record<string, unknown>) => {
  const body = `${encode({ alg: 'ES256', typ: 'at+jwt', kid: 'ours', ...header })}.${encode(payload)}`;
  const key = createPrivateKey({ key: ours as JsonWebKey, format: 'jwk' });
  return `${body}.${sign('sha256', Buffer.from(body), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
};

describe('verifyStrict', () => {
  it('takes what signAccessToken made', () => {
    expect(verify(signAccessToken(ours, claims))).toEqual(claims);
  });

  it('takes a token that was signed without the library', () => {
    expect(verify(signRaw({}, claims))).toEqual(claims);
  });

  it('takes a clock that runs a minute ahead, not two', () => {
    expect(verify(signAccessToken(ours, { ...claims, iat: iat + 59 }))).toBeDefined();
    expect(() => verify(signAccessToken(ours, { ...claims, iat: iat + 120 }))).toThrow(InvalidToken);
  });

  it.each([
    ['an expired one', signAccessToken(ours, { ...claims, exp: iat - 1, iat: iat - 601 })],
    ['a key that is not in the set', signAccessToken(newJwk('strange'), claims)],
    ['a foreign key under our kid', signAccessToken(foreign, claims)],
    ['a key that may not speak for the issuer', signAccessToken(learners, claims)],
    ['another audience', signAccessToken(ours, { ...claims, aud: 'urn:other' as typeof AUDIENCE })],
    ['alg none', `${encode({ alg: 'none', typ: 'at+jwt', kid: 'ours' })}.${encode(claims)}.`],
    ['HMAC under the public key', (() => {
      const body = `${encode({ alg: 'HS256', typ: 'at+jwt', kid: 'ours' })}.${encode(claims)}`;
      return `${body}.${createHmac('sha256', publicOf(ours).export({ type: 'spki', format: 'pem' })).update(body).digest('base64url')}`;
    })()],
  ])('refuses %s', (_what, token) => {
    expect(() => verify(token)).toThrow(InvalidToken);
  });

  it.each([
    ['crit', { crit: ['exp'] }], ['jku', { jku: 'https://evil.example/keys' }], ['x5u', { x5u: 'https://evil.example/cert' }],
    ['jwk', { jwk: { kty: 'EC' } }], ['another typ', { typ: 'JWT' }], ['no kid', { kid: undefined }],
  ])('refuses a header with %s', (_what, header) => {
    expect(() => verify(signRaw(header, claims))).toThrow(InvalidToken);
  });

  it.each(['iss', 'sub', 'aud', 'exp', 'iat', 'jti', 'scope'] as const)('refuses a token without %s', (name) => {
    expect(() => verify(signRaw({}, { ...claims, [name]: undefined }))).toThrow(InvalidToken);
  });

  it('refuses several audiences, and a scope that does not exist', () => {
    expect(() => verify(signRaw({}, { ...claims, aud: [AUDIENCE, 'urn:other'] }))).toThrow(InvalidToken);
    expect(() => verify(signRaw({}, { ...claims, scope: 'root' }))).toThrow(InvalidToken);
    for (const scope of ['provider operator', 'provider provider', 'provider  credentials:issue', '']) expect(() => verify(signRaw({}, { ...claims, scope }))).toThrow(InvalidToken);
  });

  it('refuses one altered character, wherever it stands', () => {
    const token = signAccessToken(ours, claims);
    for (let index = 0; index < token.length - 1; index += 7) {
      const other = token[index] === 'A' ? 'B' : 'A';
      expect(() => verify(token.slice(0, index) + other + token.slice(index + 1))).toThrow(InvalidToken);
    }
  });
});
