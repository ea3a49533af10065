import { generateKeyPairSync, sign } from 'node:crypto';
import type { Json, JsonObject } from '@laurel/credentials';
import { didOf, newSigner } from '../../stage/library.js';
import type { Stage } from '../../stage/stage.js';
import { accepted, refused, unreadable, type Exhibit, type Verdict } from '../../verdicts/judged.js';
import { exhibit, strangersDocument } from '../forge.js';
import { claimsOf, makeToken, seconds, type Change } from './make-token.js';

const [SOON, LONG_AGO] = [seconds('2026-11-24T12:02:00Z'), seconds('2026-11-24T11:00:00Z')];
const wrongType = refused('proof', 'wrong-token-type');
const conflicting = refused('proof', 'conflicting-claim');
const invalid = refused('proof', 'invalid-claim');
const OTHER = 'urn:x:other';

/** Signed by a stranger over a good credential, each wrong in one member of its header or its claims. */
const MISDEEDS: readonly (readonly [name: string, verdict: Verdict, claims: Change, header?: Change])[] = [
  ['another kind of token', wrongType, {}, { typ: 'at+jwt' }],
  ['another content', wrongType, {}, { cty: 'text' }],
  ['not signed at all', refused('proof', 'unsupported-algorithm'), {}, { alg: 'none' }],
  ['an HMAC', refused('proof', 'unsupported-algorithm'), {}, { alg: 'HS256' }],
  ['the algorithm of another key', refused('proof', 'wrong-key-type'), {}, { alg: 'EdDSA' }],
  ['something critical', refused('proof', 'unsupported-header'), {}, { crit: ['exp'] }],
  ['a payload as it is', refused('proof', 'unsupported-header'), {}, { b64: false }],
  ...['jwk', 'jku', 'x5u'].map((member) => [`its key in ${member}`, refused('proof', 'key-in-header'), {}, { [member]: 'https://example.org/keys' }] as const),
  ['nobody who signed', refused('proof', 'no-key-named'), { iss: undefined }, { kid: undefined }],
  ['the issuer otherwise', conflicting, { iss: OTHER }],
  ['the id otherwise', conflicting, { jti: OTHER }],
  ['the subject otherwise', conflicting, { sub: OTHER }],
  ['another begin', conflicting, { nbf: LONG_AGO }],
  ['another end', conflicting, { exp: SOON, validUntil: '2026-12-24T00:00:00Z' }],
  ['another issuer in its header', conflicting, {}, { iss: OTHER }],
  ['a credential inside', refused('proof', 'unsupported-claim'), { vc: { id: OTHER } }],
  ['a presentation inside', refused('proof', 'unsupported-claim'), { vp: { id: OTHER } }],
  ['a status in no form', invalid, { status: { status_list: { idx: -1, uri: 'x' } } }],
  ['a proof inside', refused('proof', 'proof-inside-token'), { proof: { type: 'DataIntegrityProof' } }],
  ...['exp', 'nbf', 'iat'].flatMap((claim) => [[`a word for ${claim}`, invalid, { [claim]: 'soon' }], [`digits for ${claim}`, invalid, { [claim]: '1764000000' }]] as const),
  ...['exp', 'iat'].map((claim) => [`no instant for ${claim}`, invalid, { [claim]: 9e12 }] as const),
  ['an end that is over', refused('proof', 'proof-expired'), { exp: LONG_AGO }],
  ['a time to come', refused('proof', 'token-not-yet-valid'), { iat: SOON }],
];

export async function vcJwts(stage: Stage): Promise<Exhibit[]> {
  const signer = newSigner('P-256');
  const document = strangersDocument(stage, didOf(signer));
  const good = await makeToken(claimsOf(document), signer);
  const [header = '', payload = '', signature = ''] = good.split('.');
  const of = (name: string, sent: string, verdict: Verdict) => exhibit(`vc-jwt: ${name}`, sent, verdict);
  return [
    of('a good one', good, accepted),
    ...(await Promise.all(MISDEEDS.map(async ([name, verdict, claims, change]) => of(name, await makeToken(claimsOf(document, claims), signer, change), verdict)))),
    of('four parts', `${good}.${signature}`, unreadable('not three parts')),
    of('two parts', `${header}.${payload}`, unreadable('not three parts')),
    ...[0, 1, 2].map((at) => of(`padding in part ${at}`, [header, payload, signature].map((part, index) => (index === at ? `${part}==` : part)).join('.'), unreadable('not three parts'))),
    of('a list as header', [Buffer.from('[]').toString('base64url'), payload, signature].join('.'), unreadable('its header is not')),
    of('no JSON', await makeToken('{', signer), unreadable('its JSON cannot be read')),
    of('a list', await makeToken([], signer), unreadable('not a JSON object')),
    of('more than anybody reads', `${header}.${'A'.repeat(2 * 1024 * 1024)}.${signature}`, unreadable('more than')),
    of('a presentation', await makeToken({ type: ['VerifiablePresentation'] }, signer, { typ: 'vp+jwt' }), unreadable('this is a presentation')),
    of('an RSA key too short', rsaToken(document), refused('proof', 'unreadable-key')),
  ];
}

/** RS256 under a did:jwk of 1,024 bits. */
function rsaToken(document: JsonObject): string {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1_024 });
  const did = `did:jwk:${Buffer.from(JSON.stringify(publicKey.export({ format: 'jwk' }))).toString('base64url')}`;
  const claims = claimsOf({ ...document, issuer: { ...(document.issuer as JsonObject), id: did } });
  const encode = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${encode({ alg: 'RS256', typ: 'vc+jwt', kid: `${did}#0` })}.${encode(claims)}`;
  return `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`;
}
