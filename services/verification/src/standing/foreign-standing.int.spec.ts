import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Bitstring, type Check, type JsonObject, type Message } from '@laurel/credentials';
import { answerJson, FakeClock, ForeignHost, ServiceUnderTest } from '@laurel/testing';
import { deflateSync, gzipSync } from 'node:zlib';
import { VerificationConfig, VerificationModule } from '../app.module.js';
import { NOW } from '../samples/first-aid.js';
import { Stranger } from '../samples/stranger.js';
import { Verification, VerificationResults } from '../verifications/verification.js';

const clock = new FakeClock(NOW);
let service: ServiceUnderTest;
let host: ForeignHost;
let [issuer, other]: Stranger[] = [];

beforeAll(async () => {
  host = await ForeignHost.listen();
  const environment = { FETCH_LOOPBACK: 'allowed', FETCH_CA: host.certificate };
  service = await ServiceUnderTest.start({ name: 'verification', config: VerificationConfig, environment, moduleOf: (config) => VerificationModule.with(config), clock });
  [issuer, other] = ['issuer', 'other'].map((name) => new Stranger(host, name));
});
afterAll(async () => {
  await service.stop();
  await host.close();
});

function listOf(...set: number[]): string {
  const bits = Bitstring.empty();
  for (const index of set) bits.set(index, true);
  return bits.encode();
}
const packed = (bytes: number) => `u${gzipSync(new Uint8Array(bytes)).toString('base64url')}`;
const entry = (url: string, change: JsonObject = {}): JsonObject => ({ type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '42', statusListCredential: url, ...change });

async function statusOf(verifiableCredential: unknown): Promise<{ verified: boolean; status: string; check: Check; sentence: string }> {
  const { status, body } = await service.post('/v1/verifications', { verifiableCredential });
  expect({ status, body }).toMatchObject({ status: 200 });
  const { verified, checks, summary } = Verification.parse(body);
  const check = checks.find((each) => each.check === 'status')!;
  return { verified, status: [check.result, check.code, ...reasons(check)].join(' '), check, sentence: summary.sentence };
}
const reasons = ({ params }: Pick<Message, 'params'>): string[] => {
  const reason = params?.reason;
  return typeof reason === 'object' && 'code' in reason ? [reason.code, ...reasons(reason)] : [];
};
let published = 0;
/** Publishes a list and answers what becomes of a badge with an entry in it. */
async function withList(make: (url: string) => Promise<string>, { entry: change = {}, path = `/lists/${(published += 1)}` }: { entry?: JsonObject; path?: string } = {}) {
  const url = issuer!.serve(path, await make(host.url(path)));
  return statusOf(await issuer!.badge({ credentialStatus: entry(url, change) }));
}

describe('a stranger’s badge', () => {
  it('still stands where its list says so, and is verified', async () => {
    expect(await withList((url) => issuer!.statusList(url, listOf()))).toMatchObject({ verified: true, status: 'passed still-stands' });
  });

  it('is revoked where its list says so, and the reader is told by whom', async () => {
    const { verified, status, check, sentence } = await withList((url) => issuer!.statusList(url, listOf(42)));
    expect({ verified, status, pointer: check.pointer }).toEqual({ verified: false, status: 'failed revoked', pointer: '/credentialStatus' });
    expect(check.detail).toBe(`revoked as ${issuer!.did} says in its status list`);
    expect(sentence).toMatch(/revoked/);
  });

  it.each<[string, (url: string) => Promise<string>, JsonObject, string]>([
    ['suspended', (url) => issuer!.statusList(url, listOf(42), { subject: { statusPurpose: ['revocation', 'suspension'] } }), { statusPurpose: 'suspension' }, 'failed suspended'],
    ['told of a message', (url) => issuer!.statusList(url, listOf(42), { subject: { statusPurpose: 'message' } }), { statusPurpose: 'message', statusMessage: [{ status: '0x0', message: 'none' }, { status: '0x1', message: 'in review' }] }, 'warned status-message'],
    ['not known by a list for too few', (url) => issuer!.statusList(url, packed(16_383)), {}, 'failed status-unavailable status-list-too-short'],
    ['not known by a list that has ended', (url) => issuer!.statusList(url, listOf(), { validUntil: '2026-11-25T11:59:59Z' }), {}, 'failed status-unavailable status-list-unverified expired'],
    ['not known by a bomb', (url) => issuer!.statusList(url, packed(64 * 1024 * 1024)), {}, 'failed status-unavailable status-list-unpackable'],
    ['not known by an index out of range', (url) => issuer!.statusList(url, listOf()), { statusListIndex: '131072' }, 'failed status-unavailable status-index-out-of-range'],
    ['not known by a list of another purpose', (url) => issuer!.statusList(url, listOf()), { statusPurpose: 'suspension' }, 'failed status-unavailable status-list-purpose'],
    ['not known by the list of somebody else', (url) => other!.statusList(url, listOf()), {}, 'failed status-unavailable status-list-issuer'],
    ['not known by a list that somebody else signed in the issuer’s name', (url) => other!.statusList(url, listOf(), { issuer: issuer!.did, iss: undefined }), {}, 'failed status-unavailable status-list-unverified'],
    ['not known by a list of another URL', () => issuer!.statusList(host.url('/elsewhere'), listOf()), {}, 'failed status-unavailable status-list-other'],
    ['not known by what is no list', () => issuer!.badge(), {}, 'failed status-unavailable status-list-invalid'],
  ])('is %s', async (_, list, change, expected) => expect((await withList(list, { entry: change })).status).toMatch(new RegExp(`^${expected}`)));

  it.each<[string, JsonObject, string]>([
    ['a list that is not there', entry('/none'), 'fetch-http-status'],
    ['a list on a host that does not listen', entry('https://localhost:9/list'), 'fetch-failed'],
    ['a list without TLS', entry('http://status.example/list'), 'fetch-not-https'],
    ['a list on an address that is not public', entry('https://169.254.169.254/latest'), 'fetch-refused-address'],
    ['a status of a kind that is not read', { id: 'https://status.example/1#2', type: 'StatusList2021Entry', statusPurpose: 'revocation', statusListIndex: '2', statusListCredential: 'https://status.example/1' }, 'status-type'],
    ['an entry without a list', { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '1' }, 'status-entry-invalid value-missing'],
    ['a list of ours', entry('http://laurel.test/v1/status-lists/1'), 'status-list-ours'],
  ])('that names %s is not called fine', async (_, credentialStatus, code) => {
    const at = credentialStatus.statusListCredential === '/none' ? { ...credentialStatus, statusListCredential: host.url('/none') } : credentialStatus;
    expect(await statusOf(await issuer!.badge({ credentialStatus: at }))).toMatchObject({ verified: false, status: `failed status-unavailable ${code}` });
  });

  it('is known by the list of somebody whom its issuer’s DID document names as controller', async () => {
    issuer!.publishDid({ controller: [issuer!.did, other!.did] });
    clock.advance(1);
    expect((await withList((url) => other!.statusList(url, listOf(42)))).status).toBe('failed revoked');
    issuer!.publishDid();
    clock.advance(1);
    expect((await withList((url) => other!.statusList(url, listOf(42)))).status).toBe('failed status-unavailable status-list-issuer');
  });

  it('whose list refers to its own status is not followed round', async () => {
    const before = host.requests.length;
    expect((await withList((url) => issuer!.statusList(url, listOf(), { credentialStatus: entry(url) }), { path: '/lists/circle' })).status).toBe('passed still-stands');
    expect(host.requests.slice(before).filter(({ url }) => url === '/lists/circle')).toHaveLength(1);
  });

  it('is looked up again once the list’s own time to live is over, whatever its host says', async () => {
    const path = '/lists/ttl';
    const url = host.url(path);
    const serve = async (...set: number[]) => issuer!.serve(path, await issuer!.statusList(url, listOf(...set), { subject: { ttl: 60_000 } }), 'application/vc+jwt', { 'cache-control': 'max-age=3600' });
    const badge = await issuer!.badge({ credentialStatus: entry(url) });
    await serve();
    expect((await statusOf(badge)).status).toBe('passed still-stands');
    await serve(42);
    clock.advance(59_000);
    expect((await statusOf(badge)).status).toBe('passed still-stands');
    clock.advance(1_000);
    expect((await statusOf(badge)).status).toBe('failed revoked');
  });

  it('is answered in a batch with one look at each list, also where the list may not be kept', async () => {
    const path = '/lists/batch';
    const url = issuer!.serve(path, await issuer!.statusList(host.url(path), listOf(7)), 'application/vc+jwt', { 'cache-control': 'no-store' });
    const rows = await Promise.all(Array.from({ length: 40 }, (_, at) => issuer!.badge({ credentialStatus: entry(url, { statusListIndex: String(at) }) })));
    const { body } = await service.post('/v1/verifications/batch', { verifiableCredentials: rows });
    const { results } = VerificationResults.parse(body);
    expect(results.flatMap(({ index, verification }) => (verification?.verified ? [] : [index]))).toEqual([7]);
    expect(host.requests.filter((request) => request.url === path)).toHaveLength(1);
  });

  it('by the unsigned list of the first Open Badges 3.0 is revoked, or not known to stand', async () => {
    const id = 'urn:uuid:0193609a-0000-7000-8000-000000000004';
    const credentialStatus = { id: host.url('/revocations'), type: '1EdTechRevocationList' };
    const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'];
    const badge = await issuer!.badge({ credentialStatus, '@context': contexts });
    host.answers.set('/revocations', answerJson({ id: host.url('/revocations'), issuer: issuer!.did, revokedCredential: [{ id, revoked: true, revocationReason: 'awarded by mistake' }] }, { 'cache-control': 'no-store' }));
    expect(await statusOf(badge)).toMatchObject({ status: 'failed revoked', check: { detail: 'revoked as its revocation list says (awarded by mistake)' } });
    host.answers.set('/revocations', answerJson({ id: host.url('/revocations'), issuer: issuer!.did, revokedCredential: [] }));
    clock.advance(1);
    expect((await statusOf(badge)).status).toBe('failed status-unavailable status-list-unsigned');
  });
});

describe('a stranger’s SD-JWT VC', () => {
  const token = async (uri: string, idx: number) => `${await issuer!.badge({ status: { status_list: { idx, uri } }, vct: 'https://issuer.example/badge' }, 'dc+sd-jwt')}~`;
  const lst = deflateSync(Uint8Array.of(0b11_10_01_00)).toString('base64url');
  const list = (path: string, change: object = {}, by = issuer!) => by.token({ sub: host.url(path), status_list: { bits: 2, lst }, ...change }, 'statuslist+jwt');

  it.each<[number, string]>([
    [0, 'passed still-stands'], [1, 'failed revoked'], [2, 'failed suspended'], [3, 'failed status-unavailable status-purpose-unknown'], [4, 'failed status-unavailable status-index-out-of-range'],
  ])('stands by entry %d of its list: %s', async (idx, expected) => {
    const uri = issuer!.serve('/tokens/1', await list('/tokens/1'), 'application/statuslist+jwt');
    expect((await statusOf(await token(uri, idx))).status).toBe(expected);
  });

  it.each<[string, string, () => Promise<string>, string]>([
    ['of somebody else', '/tokens/2', () => list('/tokens/2', {}, other), 'status-list-issuer'],
    ['of another URL', '/tokens/3', () => list('/tokens/4'), 'status-list-unverified wrong-token'],
    ['that has ended', '/tokens/5', () => list('/tokens/5', { exp: Math.floor(NOW.getTime() / 1_000) - 1 }), 'status-list-unverified proof-expired'],
  ])('is not known by a list %s', async (_, path, made, expected) => {
    const uri = issuer!.serve(path, await made(), 'application/statuslist+jwt');
    expect((await statusOf(await token(uri, 0))).status).toBe(`failed status-unavailable ${expected}`);
  });
});
