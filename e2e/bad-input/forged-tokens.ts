import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type JsonWebKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v4 as uuid } from 'uuid';
import { z } from 'zod';

const PrivateJwk = z.looseObject({ kty: z.string(), kid: z.string() });

export interface ForgedToken {
  readonly what: string;
  readonly token: string;
}

/**
 * Every trick of security.md ("Access tokens") on a token that Laurel gave out. The real signing key is taken from the
 * data folder, so that a token which is wrong in one thing only is signed as well as a token can be.
 */
export function forgedTokens(dataFolder: string, genuine: string): ForgedToken[] {
  const jwk = PrivateJwk.parse(JSON.parse(readFileSync(join(dataFolder, 'secrets', 'deployment', 'client-token-key.json'), 'utf8')));
  const key = createPrivateKey({ key: jwk as JsonWebKey, format: 'jwk' });
  const [head = '', body = '', signature = ''] = genuine.split('.');
  const [header, claims] = [decode(head), decode(body)];
  const now = Math.floor(Date.now() / 1_000);
  const signed = (what: string, otherHeader: object, otherClaims: object): ForgedToken => ({ what, token: es256(key, { ...header, ...otherHeader }, { ...claims, ...otherClaims }) });
  const without = (name: string): ForgedToken => ({ what: `without ${name}`, token: es256(key, header, Object.fromEntries(Object.entries(claims).filter(([claim]) => claim !== name))) });
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  return [
    { what: 'no token at all', token: 'x' }, { what: 'three dots', token: '...' }, { what: 'empty parts', token: '..' }, { what: 'an array', token: `${encode([])}.${encode([])}.` },
    { what: 'five parts', token: `${genuine}.x.y` }, { what: 'no signature', token: `${head}.${body}.` }, { what: 'a longer one', token: `${genuine}x` },
    { what: 'a payload of its own under the old signature', token: `${head}.${encode({ ...claims, sub: uuid() })}.${signature}` },
    { what: 'alg none', token: `${encode({ ...header, alg: 'none' })}.${body}.` }, { what: 'alg None with a signature', token: `${encode({ ...header, alg: 'None' })}.${body}.${signature}` },
    { what: 'HS256 with the public key for a secret', token: hs256(createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(), header, claims) },
    { what: 'HS256 with the JWK for a secret', token: hs256(JSON.stringify(createPublicKey(key).export({ format: 'jwk' })), header, claims) },
    { what: "a stranger's key under our kid", token: es256(stranger, header, claims) },
    { what: "a stranger's key in the header", token: es256(stranger, { ...header, jwk: createPublicKey(stranger).export({ format: 'jwk' }) }, claims) },
    signed('another kid', { kid: 'other' }, {}), signed('a path for a kid', { kid: '../../../../dev/null' }, {}), signed('a crit', { crit: ['exp'] }, {}), signed('a jku', { jku: 'https://attacker.example/jwks.json' }, {}),
    signed('an x5u', { x5u: 'https://attacker.example/x.pem' }, {}), signed('typ JWT', { typ: 'JWT' }, {}), signed('no typ', { typ: undefined }, {}), signed('b64 false', { b64: false }, {}),
    signed('expired', {}, { exp: now - 120 }), signed('a text for exp', {}, { exp: 'never' }), signed('issued in the future', {}, { iat: now + 3_600 }), signed('not yet valid', {}, { nbf: now + 3_600 }),
    signed('aud of another', {}, { aud: 'https://other.example' }), signed('two audiences', {}, { aud: [claims.aud, 'https://other.example'] }), signed('aud in an array', {}, { aud: [claims.aud] }),
    signed('iss of another service', {}, { iss: 'learner-records' }), signed('sub that is no id', {}, { sub: "' or 1=1 --" }), signed('a scope that is none', {}, { scope: 'root' }), signed('two scopes', {}, { scope: 'provider operator' }),
    ...['exp', 'iat', 'iss', 'sub', 'aud', 'jti', 'scope'].map(without),
    { what: 'a very long one', token: `${genuine}${'x'.repeat(9_000)}` },
  ];
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part: string): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString());

function es256(key: KeyObject, header: object, claims: object): string {
  const content = `${encode(header)}.${encode(claims)}`;
  return `${content}.${sign('sha256', Buffer.from(content), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

function hs256(secret: string, header: object, claims: object): string {
  const content = `${encode({ ...header, alg: 'HS256' })}.${encode(claims)}`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}
