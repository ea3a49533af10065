import type { Random } from '../../story/cast/random.js';
import type { Json } from '@laurel/credentials';
import { parse } from './json.js';
import { alterValues, injectMembers, nameOf } from './alter-values.js';

export interface AlteredToken {
  readonly how: string;
  readonly token: string;
}

const encode = (value: unknown): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const decode = (part: string): string => Buffer.from(part, 'base64url').toString();

/** A JWS in compact serialization (RFC 7515 section 7.1), altered in payload, header, signature and form; nothing is signed again. */
export function* alterJws(jws: string, chance: Random): Generator<AlteredToken> {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const claims = parse(decode(payload));
  for (const alteration of [...alterValues(claims, chance), ...injectMembers(claims)]) {
    yield { how: `payload ${nameOf(alteration)}`, token: [header, encode(alteration.document), signature].join('.') };
  }
  yield* alterHeader(parse(decode(header)), (changed) => [encode(changed), payload, signature].join('.'), chance);
  for (let at = 0; at < signature.length; at += 1) {
    const letter = signature[at] === 'A' ? 'Q' : 'A';
    yield { how: `signature ${at}`, token: [header, payload, signature.slice(0, at) + letter + signature.slice(at + 1)].join('.') };
  }
  yield { how: 'signature gone', token: `${header}.${payload}.` };
  yield { how: 'signature padded', token: `${jws}==` };
  yield { how: 'payload spelled anew', token: [header, encode(JSON.stringify(claims, null, 1)), signature].join('.') };
  yield { how: 'member twice', token: [header, encode(decode(payload).replace('{', '{"iss":"did:example:other",')), signature].join('.') };
}

function* alterHeader(header: Json, tokenOf: (header: unknown) => string, chance: Random): Generator<AlteredToken> {
  for (const alteration of alterValues(header, chance)) yield { how: `header ${nameOf(alteration)}`, token: tokenOf(alteration.document) };
  for (const [member, value] of Object.entries({ alg: 'none', crit: ['exp'], b64: false, jku: 'https://example.org/jwks', x5u: 'https://example.org/cert', jwk: { kty: 'oct', k: 'AAAA' }, zip: 'DEF' })) {
    yield { how: `header ${member} set`, token: tokenOf({ ...(header as object), [member]: value }) };
  }
  for (const alg of ['HS256', 'RS256', 'ES384', 'PS256', 'None', '']) yield { how: `header alg ${alg}`, token: tokenOf({ ...(header as object), alg }) };
}

/** An SD-JWT (RFC 9901 section 4): its JWS altered, its disclosures altered, doubled, invented. */
export function* alterSdJwt(token: string, chance: Random): Generator<AlteredToken> {
  const [jws = '', ...rest] = token.split('~');
  const disclosures = rest.filter((part) => part !== '');
  const join = (first: string, parts: readonly string[]) => `${[first, ...parts].join('~')}~`;
  for (const { how, token: altered } of alterJws(jws, chance)) yield { how, token: join(altered, disclosures) };
  for (const [at, disclosure] of disclosures.entries()) {
    for (const alteration of alterValues(parse(decode(disclosure)), chance)) {
      yield { how: `disclosure ${at} ${nameOf(alteration)}`, token: join(jws, disclosures.with(at, encode(alteration.document))) };
    }
    yield { how: `disclosure ${at} twice`, token: join(jws, [...disclosures, disclosure]) };
  }
  yield { how: 'disclosure invented', token: join(jws, [...disclosures, encode(['salt', 'awardedDate', '2020-01-01T00:00:00Z'])]) };
  yield { how: 'disclosure no array', token: join(jws, [...disclosures, encode({ a: 1 })]) };
  yield { how: 'key binding bogus', token: `${join(jws, disclosures)}${jws}` };
}
