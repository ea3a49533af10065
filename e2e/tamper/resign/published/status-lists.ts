import { gzipSync } from 'node:zlib';
import { Bitstring, CREDENTIALS_V2, type Json, type JsonObject, type MessageCode } from '@laurel/credentials';
import { ISSUED_AT } from '../../stage/library.js';
import type { Stage } from '../../stage/stage.js';
import { passed, refused, warned, type Exhibit, type Verdict } from '../../verdicts/judged.js';
import { exhibit } from '../forge.js';
import type { Change } from '../tokens/make-token.js';
import { Stranger } from './stranger.js';

function listOf(...set: readonly number[]): string {
  const bits = Bitstring.empty();
  for (const index of set) bits.set(index, true);
  return bits.encode();
}
const packed = (bytes: number) => `u${gzipSync(new Uint8Array(bytes)).toString('base64url')}`;

/** A list: what its subject says otherwise, and the list itself. */
interface List {
  readonly subject?: Change;
  readonly change?: Change;
  readonly by?: 'another';
  readonly text?: string;
}
const unavailable = (code: MessageCode): Verdict => refused('status', code);
const MESSAGES = ['0x0', '0x1', '0x2', '0x3'].map((status) => ({ status, message: status }));

/** Lists of strangers, and entries in them, each wrong in one way. */
const LISTS: readonly (readonly [name: string, verdict: Verdict, list: List, entry?: Change])[] = [
  ['good', passed('status', 'still-stands'), {}],
  ['that revokes', refused('status', 'revoked'), { subject: { encodedList: listOf(42) } }],
  ['that suspends', refused('status', 'suspended'), { subject: { encodedList: listOf(42), statusPurpose: 'suspension' } }, { statusPurpose: 'suspension' }],
  ['that says to refresh', warned('status', 'status-refresh'), { subject: { encodedList: listOf(42), statusPurpose: 'refresh' } }, { statusPurpose: 'refresh' }],
  ['of a purpose that nobody knows', unavailable('status-purpose-unknown'), { subject: { statusPurpose: 'mood' } }, { statusPurpose: 'mood' }],
  ['of another purpose', unavailable('status-list-purpose'), { subject: { statusPurpose: 'suspension' } }],
  ['for too few', unavailable('status-list-too-short'), { subject: { encodedList: packed(16_383) } }],
  ['for too few of this size', unavailable('status-list-too-short'), { subject: { statusPurpose: 'message' } }, { statusPurpose: 'message', statusSize: 2, statusMessage: MESSAGES }],
  ['that is a bomb', unavailable('status-list-unpackable'), { subject: { encodedList: packed(64 * 1024 * 1024) } }],
  ['in another base', unavailable('status-list-unpackable'), { subject: { encodedList: `z${listOf().slice(1)}` } }],
  ['without this place', unavailable('status-index-out-of-range'), {}, { statusListIndex: '131072' }],
  ['of somebody else', unavailable('status-list-issuer'), { by: 'another' }],
  ['of another URL', unavailable('status-list-other'), { change: { id: 'https://elsewhere.example/list' } }],
  ['that is over', unavailable('status-list-unverified'), { change: { validUntil: '2026-11-24T11:00:00Z' } }],
  ['that is no list', unavailable('status-list-invalid'), { change: { type: ['VerifiableCredential'] } }],
  ['that is no token', unavailable('unreadable-credential'), { text: 'no token' }],
];

/** Entries that lead nowhere. */
const entries = (at: (path: string) => string): readonly (readonly [name: string, verdict: Verdict, entry: Json])[] => {
  const entry = (url: string): JsonObject => ({ type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '42', statusListCredential: url });
  return [
    ['that is a word', unavailable('status-entry-invalid'), ['revoked']],
    ['without a list', unavailable('status-entry-invalid'), { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '42' }],
    ['of a type that nobody reads', unavailable('status-type'), { id: at('/1#2'), type: 'StatusList2021Entry' }],
    ['in a list that is not there', unavailable('fetch-http-status'), entry(at('/none'))],
    ['in a list of ours', unavailable('status-list-ours'), entry('http://laurel.test/v1/status-lists/1')],
    ['in a list without TLS', unavailable('fetch-not-https'), entry('http://status.example/1')],
    ['in a list on an address that is not public', unavailable('fetch-refused-address'), entry('https://169.254.169.254/1')],
    ['beside more than are looked at', unavailable('status-too-many'), Array.from({ length: 9 }, () => entry(at('/none')))],
  ];
};

export async function statusLists(stage: Stage): Promise<Exhibit[]> {
  const [issuer, another] = [new Stranger(stage, 'lister'), new Stranger(stage, 'other-lister')];
  const listed = LISTS.map(async ([name, verdict, { subject, change, by, text }, entry], at) => {
    const path = `/lists/${at}`;
    const publisher = by ? another : issuer;
    const list = {
      '@context': [CREDENTIALS_V2], id: stage.host.url(path), type: ['VerifiableCredential', 'BitstringStatusListCredential'], issuer: publisher.did, validFrom: ISSUED_AT,
      credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: listOf(), ...subject }, ...change,
    };
    publisher.serve(path, text ?? (await publisher.token(list as Change)));
    const credentialStatus = { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '42', statusListCredential: stage.host.url(path), ...entry };
    return exhibit(`status-list: one ${name}`, await issuer.badge({ credentialStatus: credentialStatus as Json }), verdict);
  });
  const alone = entries((path) => stage.host.url(path)).map(async ([name, verdict, credentialStatus]) => exhibit(`status-list: an entry ${name}`, await issuer.badge({ credentialStatus }), verdict));
  return Promise.all([...listed, ...alone]);
}
