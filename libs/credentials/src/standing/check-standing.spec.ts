import { beforeAll, describe, expect, it } from '@jest/globals';
import { deflateSync, gzipSync } from 'node:zlib';
import { HashedDocument } from '../canonical/hashed-document.js';
import { bundledContexts } from '../contexts/bundled-contexts.js';
import { CREDENTIALS_V2 } from '../contexts/context-urls.js';
import { resolveOffline } from '../did/resolve-offline.js';
import type { Json, JsonObject } from '../document/json.js';
import { signVcJwt } from '../jose/vc-jwt.js';
import { openCredential } from '../opening/open-credential.js';
import { eddsaJcs2022 } from '../proof/suites/eddsa-jcs-2022.js';
import { SAMPLE_NOW, sampleIssuer } from '../samples/library-course.js';
import { sampleSigner } from '../samples/sample-key.js';
import { Bitstring } from '../status-list/bitstring.js';
import { signTokenStatusList } from '../status-list/status-list-token.js';
import { TokenStatusList } from '../status-list/token-status-list.js';
import { fault } from '../words/fault.js';
import { checkStanding, STATUS_LISTS } from './check-standing.js';
import type { Published } from './published.js';

const URL_OF_LIST = 'https://status.example/1';
const stranger = sampleSigner(9);
const delegate = sampleSigner(10);
const SET = [23, 131_071];

const statusesOf = (byte: number) => TokenStatusList.decode({ bits: 2, lst: deflateSync(Uint8Array.of(byte)).toString('base64url') });
const bits = (length = 131_072): Bitstring => {
  const list = Bitstring.empty(length);
  for (const index of SET) list.set(index, true);
  return list;
};
const listDocument = (subject: object = {}, change: object = {}): JsonObject =>
  JSON.parse(JSON.stringify({
    '@context': [CREDENTIALS_V2], id: URL_OF_LIST, type: ['VerifiableCredential', 'BitstringStatusListCredential'], issuer: sampleIssuer.did, validFrom: '2026-11-24T09:00:00Z',
    credentialSubject: { id: `${URL_OF_LIST}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: bits().encode(), ...subject },
    ...change,
  })) as JsonObject;
async function signed(document: JsonObject, signer = sampleIssuer): Promise<Published> {
  const proof = await eddsaJcs2022.prove(new HashedDocument(document, bundledContexts), { created: '2026-11-24T09:00:00Z', proofPurpose: 'assertionMethod' }, signer);
  return { form: 'json', json: { ...document, proof } };
}
const entry = (change: object = {}): Json => ({ type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '23', statusListCredential: URL_OF_LIST, ...change });

/** What comes of a credential with this status, where this is published. */
function check(credentialStatus: Json | undefined, published: Readonly<Record<string, Published>>, token?: string) {
  const opened = token === undefined ? openCredential({ id: 'urn:uuid:1', issuer: sampleIssuer.did, ...(credentialStatus !== undefined && { credentialStatus }) }) : openCredential(token);
  return checkStanding(opened, {
    listAt: async (url, kind) => {
      const found = published[url];
      return found ? STATUS_LISTS[kind](found, url, { now: SAMPLE_NOW, resolveKey: resolveOffline }) : fault('fetch-http-status', { host: 'status.example', status: 404 });
    },
    speaksFor: async (other, issuer) => issuer === sampleIssuer.did && other === delegate.did,
  });
}

let list: Published;
beforeAll(async () => {
  list = await signed(listDocument());
});

describe('the standing of a credential by a list of bits', () => {
  it.each<[string, Json, string]>([
    ['a bit that is not set', entry({ statusListIndex: '24' }), 'passed still-stands'],
    ['the last bit', entry({ statusListIndex: '131071' }), 'failed revoked /credentialStatus'],
    ['a set bit', entry(), 'failed revoked /credentialStatus'],
    ['an index as a number', entry({ statusListIndex: 23 }), 'failed revoked /credentialStatus'],
    ['a type in a list', entry({ type: ['BitstringStatusListEntry'] }), 'failed revoked /credentialStatus'],
    ['one entry that is set among others', [entry({ statusListIndex: '24' }), entry()], 'failed revoked /credentialStatus/1'],
    ['what revokes beside what cannot be read', [{ type: 'Other', id: 'urn:x' }, entry()], 'failed revoked /credentialStatus/1'],
    ['what cannot be read beside what is clear', [entry({ statusListIndex: '24' }), { type: 'Other', id: 'urn:x' }], 'failed status-unavailable status-type /credentialStatus/1'],
    ['nothing readable at all', 'revoked?', 'failed status-unavailable status-entry-invalid value-of-other-type /credentialStatus'],
    ['StatusList2021, whose lists are signed under contexts that are not known here', entry({ type: 'StatusList2021Entry' }), 'failed status-unavailable status-type /credentialStatus'],
    ['an index beyond the end', entry({ statusListIndex: '131072' }), 'failed status-unavailable status-index-out-of-range /credentialStatus'],
    ['an index in words', entry({ statusListIndex: 'twenty-three' }), 'failed status-unavailable status-entry-invalid must-be-decimal /credentialStatus'],
    ['a negative index', entry({ statusListIndex: '-1' }), 'failed status-unavailable status-entry-invalid must-be-decimal /credentialStatus'],
    ['an index in another base', entry({ statusListIndex: '0x17' }), 'failed status-unavailable status-entry-invalid must-be-decimal /credentialStatus'],
    ['a purpose that the list has not', entry({ statusPurpose: 'suspension' }), 'failed status-unavailable status-list-purpose /credentialStatus'],
    ['several bits without messages', entry({ statusSize: 2 }), 'failed status-unavailable status-entry-invalid must-have-messages /credentialStatus'],
    ['a list that is not there', entry({ statusListCredential: 'https://status.example/2' }), 'failed status-unavailable fetch-http-status /credentialStatus'],
    ['more entries than anybody needs', Array.from({ length: 9 }, () => entry()), 'failed status-unavailable status-too-many /credentialStatus'],
  ])('%s', async (_, status, expected) => expect(inShort(await check(status, { [URL_OF_LIST]: list }))).toBe(expected));

  it('is not asked where it has none', async () => expect(inShort(await check(undefined, {}))).toBe('skipped no-status'));

  it.each<[string, () => Published | Promise<Published>, string]>([
    ['changed after it was signed', async () => ({ form: 'json', json: { ...((await signed(listDocument())) as { json: JsonObject }).json, validFrom: '2026-11-24T08:00:00Z' } }), 'status-list-unverified invalid-signature'],
    ['that nobody signed', () => ({ form: 'json', json: listDocument() }), 'status-list-unverified no-proof'],
    ['signed by somebody else in the issuer’s name', () => signed(listDocument(), stranger), 'status-list-unverified not-the-issuers-key'],
    ['by somebody else', () => signed(listDocument({}, { issuer: stranger.did }), stranger), 'status-list-issuer'],
    ['that has ended', () => signed(listDocument({}, { validUntil: '2026-11-24T09:29:59Z' })), 'status-list-unverified expired'],
    ['that is not valid yet', () => signed(listDocument({}, { validFrom: '2026-11-24T10:00:00Z' })), 'status-list-unverified not-yet-valid'],
    ['with a context that nobody knows', () => ({ form: 'json', json: listDocument({}, { '@context': [CREDENTIALS_V2, 'https://status.example/context'] }) }), 'status-list-unverified unknown-context'],
    ['with a member that means nothing', () => signed(listDocument({ extra: 1 })), 'status-list-unverified not-canonicalizable'],
    ['that calls itself another', () => signed(listDocument({}, { id: 'https://status.example/other' })), 'status-list-other'],
    ['that is no list', () => signed(listDocument({ type: 'Other' })), 'status-list-unverified not-canonicalizable'],
    ['that is another kind of credential', () => signed(listDocument({}, { type: ['VerifiableCredential'] })), 'status-list-invalid'],
    ['for too few', () => signed(listDocument({ encodedList: `u${gzipSync(new Uint8Array(16_383)).toString('base64url')}` })), 'status-list-too-short'],
    ['that unpacks to more than 4 MiB', () => signed(listDocument({ encodedList: `u${gzipSync(new Uint8Array(4 * 1024 * 1024 + 1)).toString('base64url')}` })), 'status-list-unpackable'],
    ['of no gzip', () => signed(listDocument({ encodedList: 'uAAAA' })), 'status-list-unpackable'],
    ['that is a token of another kind', async () => ({ form: 'jwt', jwt: await signTokenStatusList({ uri: URL_OF_LIST, issuer: sampleIssuer.did, list: statusesOf(0), issuedAt: SAMPLE_NOW }, sampleIssuer) }), 'status-list-unverified'],
    ['that is a list of numbers', () => ({ form: 'json', json: [1, 2] }), 'status-list-unverified unreadable-credential'],
    ['that is broken off', () => ({ form: 'jwt', jwt: 'eyJhbGciOiJFZERTQSJ9.e30' }), 'status-list-unverified unreadable-credential'],
  ])('is not known by a list %s', async (_, published, expected) => {
    const said = inShort(await check(entry(), { [URL_OF_LIST]: await published() }));
    expect(said).toMatch(new RegExp(`^failed status-unavailable ${expected}`));
  });

  it.each<[string, () => Promise<Published>]>([
    ['whom the issuer has named', () => signed(listDocument({}, { issuer: delegate.did }), delegate)],
    ['the issuer, as a token', async () => ({ form: 'jwt', jwt: await signVcJwt(listDocument(), sampleIssuer, { issuedAt: SAMPLE_NOW }) })],
    ['the issuer, without an id', () => signed(listDocument({}, { id: undefined }))],
    ['the issuer, for several purposes', () => signed(listDocument({ statusPurpose: ['suspension', 'revocation'] }))],
  ])('is known by a list of %s', async (_, published) => expect(inShort(await check(entry(), { [URL_OF_LIST]: await published() }))).toBe('failed revoked /credentialStatus'));

  const messages = ['0x0', '0x1', '0x2', '0x3'].map((status, at) => ({ status, message: `message ${at}` }));
  it.each<[string, Json, string]>([
    ['suspends', entry({ statusPurpose: 'suspension' }), 'failed suspended /credentialStatus'],
    ['tells of a newer one', entry({ statusPurpose: 'refresh' }), 'warned status-refresh /credentialStatus'],
    ['has no newer one', entry({ statusPurpose: 'refresh', statusListIndex: '24' }), 'passed still-stands'],
    ['has a message', entry({ statusPurpose: 'message' }), 'warned status-message 0x1 /credentialStatus'],
    ['has a message of two bits', entry({ statusPurpose: 'message', statusSize: 2, statusMessage: messages, statusListIndex: '11' }), 'warned status-message message 1 /credentialStatus'],
    ['has a purpose that nobody knows', entry({ statusPurpose: 'https://status.example/purpose' }), 'failed status-unavailable status-purpose-unknown /credentialStatus'],
    ['has several messages, of too few entries', entry({ statusPurpose: 'message', statusSize: 8, statusMessage: Array.from({ length: 256 }, () => messages[0]) }), 'failed status-unavailable status-list-too-short /credentialStatus'],
  ])('%s', async (_, status, expected) => {
    const purposes = ['suspension', 'refresh', 'message', 'https://status.example/purpose'];
    expect(inShort(await check(status, { [URL_OF_LIST]: await signed(listDocument({ statusPurpose: purposes, encodedList: bits(262_144).encode() })) }))).toBe(expected);
  });
});

describe('the standing of a token by its list', () => {
  const token = (claims: object) => `${Buffer.from('{"alg":"EdDSA","typ":"dc+sd-jwt"}').toString('base64url')}.${Buffer.from(JSON.stringify({ iss: sampleIssuer.did, vct: 'urn:x', ...claims })).toString('base64url')}.${'A'.repeat(86)}~`;
  const at = (idx: number) => token({ status: { status_list: { idx, uri: URL_OF_LIST } } });
  // Two bits each, the first lowest: 0 valid, 1 invalid, 2 suspended, 3 for applications.
  const statuses = statusesOf(0b11_10_01_00);
  const published = async (change: object = {}, signer = sampleIssuer): Promise<Published> => ({
    form: 'jwt', jwt: await signTokenStatusList({ uri: URL_OF_LIST, issuer: signer.did, list: statuses, issuedAt: new Date(SAMPLE_NOW.getTime() - 60_000), ...change }, signer),
  });

  it.each<[number, string]>([
    [0, 'passed still-stands'],
    [1, 'failed revoked'],
    [2, 'failed suspended'],
    [3, 'failed status-unavailable status-purpose-unknown'],
    [4, 'failed status-unavailable status-index-out-of-range'],
  ])('entry %d', async (idx, expected) => expect(inShort(await check(undefined, { [URL_OF_LIST]: await published() }, at(idx)))).toMatch(new RegExp(`^${expected}( /status/status_list)?$`)));

  it.each<[string, () => Promise<Published> | Published, string]>([
    ['by somebody else', () => published({}, stranger), 'status-list-issuer'],
    ['that has ended', () => published({ expires: new Date(SAMPLE_NOW.getTime() - 1_000) }), 'status-list-unverified proof-expired'],
    ['of another URL', () => published({ uri: 'https://status.example/2' }), 'status-list-unverified wrong-token'],
    ['of bits', () => list, 'status-list-invalid'],
  ])('is not known by a list %s', async (_, other, expected) => {
    expect(inShort(await check(undefined, { [URL_OF_LIST]: await other() }, at(0)))).toMatch(new RegExp(`^failed status-unavailable ${expected}`));
  });
});

describe('the standing by a revocation list of the first Open Badges 3.0', () => {
  const status = { id: URL_OF_LIST, type: '1EdTechRevocationList' };
  it.each<[string, Json, string]>([
    ['names it', { revokedCredential: [{ id: 'urn:uuid:1', revoked: true, revocationReason: 'a mistake' }] }, 'failed revoked /credentialStatus'],
    ['names it by its id alone', { revokedCredential: ['urn:uuid:1'] }, 'failed revoked /credentialStatus'],
    ['names others', { revokedCredential: ['urn:uuid:2', { id: 'urn:uuid:1', revoked: false }] }, 'failed status-unavailable status-list-unsigned /credentialStatus'],
    ['is none', 'no', 'failed status-unavailable status-list-invalid value-of-other-type /credentialStatus'],
  ])('that %s', async (_, json, expected) => expect(inShort(await check(status, { [URL_OF_LIST]: { form: 'json', json } }))).toBe(expected));
});

/** `failed status-unavailable status-list-unverified expired /credentialStatus`: result, codes from the outside in, pointer. */
function inShort({ result, code, params, pointer }: Awaited<ReturnType<typeof check>>): string {
  const codes: string[] = [];
  for (let reason: unknown = params?.reason; typeof reason === 'object' && reason !== null && 'code' in reason; reason = (reason as { params?: { reason?: unknown } }).params?.reason) codes.push(String(reason.code));
  return [result, code, ...codes, params?.message, pointer].filter(Boolean).join(' ');
}
