import { deflateSync } from 'node:zlib';
import { CREDENTIALS_V2, type Json, type MessageCode } from '@laurel/credentials';
import type { Stage } from '../../stage/stage.js';
import { passed, refused, type Exhibit, type Verdict } from '../../verdicts/judged.js';
import { exhibit, SIGNED_AT } from '../forge.js';
import { seconds, type Change } from '../tokens/make-token.js';
import { VCT } from '../tokens/sd-jwts.js';
import { Stranger } from './stranger.js';

const LST = deflateSync(Uint8Array.of(0b11_10_01_00)).toString('base64url');
const unavailable = (code: MessageCode): Verdict => refused('status', code);
const unverified = unavailable('invalid-claim');

/** Status list tokens of strangers, and places in them, each wrong in one way. */
const LISTS: readonly (readonly [name: string, verdict: Verdict, claims: Change, idx?: number, header?: Change])[] = [
  ['good', passed('status', 'still-stands'), {}],
  ['that revokes', refused('status', 'revoked'), {}, 1],
  ['that suspends', refused('status', 'suspended'), {}, 2],
  ['that says what nobody knows', unavailable('status-purpose-unknown'), {}, 3],
  ['without this place', unavailable('status-index-out-of-range'), {}, 4],
  ['of another URL', unavailable('wrong-token'), { sub: 'https://elsewhere.example/list' }],
  ['of no time', unverified, { iat: undefined }],
  ['to be kept for less than nothing', unverified, { ttl: -1 }],
  ['of three bits', unverified, { status_list: { bits: 3, lst: LST } }],
  ['in another alphabet', unverified, { status_list: { bits: 2, lst: `${LST}=` } }],
  ['that is not packed', unverified, { status_list: { bits: 2, lst: 'AAAA' } }],
  ['that is over', unavailable('proof-expired'), { exp: seconds(SIGNED_AT) }],
  ['of another kind', unavailable('wrong-token-type'), {}, 0, { typ: 'jwt' }],
];

export async function tokenLists(stage: Stage): Promise<Exhibit[]> {
  const [issuer, another] = [new Stranger(stage, 'token-lister'), new Stranger(stage, 'other-token-lister')];
  const badge = async (uri: string, idx = 0) => `${await issuer.badge({ vct: VCT, status: { status_list: { idx, uri } } }, { typ: 'dc+sd-jwt' })}~`;
  const list = (path: string, by = issuer, claims: Change = {}, header: Change = {}) =>
    by.token({ iss: by.did, sub: stage.host.url(path), iat: seconds(SIGNED_AT), status_list: { bits: 2, lst: LST }, ...claims }, { typ: 'statuslist+jwt', ...header });
  const listed = LISTS.map(async ([name, verdict, claims, idx, header], at) => {
    const path = `/token-lists/${at}`;
    return exhibit(`token-list: one ${name}`, await badge(issuer.serve(path, await list(path, issuer, claims, header), 'application/statuslist+jwt'), idx), verdict);
  });
  const foreign = issuer.serve('/token-lists/foreign', await list('/token-lists/foreign', another), 'application/statuslist+jwt');
  return [
    ...(await Promise.all(listed)),
    exhibit('token-list: one of somebody else', await badge(foreign), unavailable('status-list-issuer')),
    exhibit('token-list: one that is no token', await badge(issuer.serve('/token-lists/json', '{}', 'application/json')), unavailable('status-list-invalid')),
    exhibit('token-list: one that cannot be read', await badge(issuer.serve('/token-lists/broken', 'no token', 'application/statuslist+jwt')), unavailable('status-list-invalid')),
    ...(await revocations(stage)),
  ];
}

/** The unsigned lists of Open Badges 3.0 before W3C's. */
async function revocations(stage: Stage): Promise<Exhibit[]> {
  const issuer = new Stranger(stage, 'revoker');
  const contexts: Json = [CREDENTIALS_V2, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'];
  const badge = (id: string) => issuer.badge({ '@context': contexts, credentialStatus: { id, type: '1EdTechRevocationList' } });
  const serve = (name: string, text: string, type = 'application/json') => issuer.serve(`/revocations/${name}`, text, type);
  const own = 'urn:uuid:0193609a-0000-7000-8000-000000000099';
  return [
    exhibit('revocations: of this one', await badge(serve('this', JSON.stringify({ revokedCredential: [{ id: own }] }))), refused('status', 'revoked')),
    exhibit('revocations: of none', await badge(serve('none', JSON.stringify({ revokedCredential: [] }))), unavailable('status-list-unsigned')),
    exhibit('revocations: that are none', await badge(serve('token', await issuer.badge(), 'application/vc+jwt')), unavailable('status-list-invalid')),
  ];
}
