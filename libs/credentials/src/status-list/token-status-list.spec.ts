import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { createHeaderAndPayload, getListFromStatusListJWT, StatusList } from '@sd-jwt/jwt-status-list';
import { SignJWT } from 'jose';
import { resolveOffline } from '../did/resolve-offline.js';
import type { Json, JsonObject } from '../document/json.js';
import { base64url } from '../jose/base64url.js';
import { readJwt } from '../jose/jwt.js';
import { SAMPLE_NOW, sampleIssuer } from '../samples/library-course.js';
import { Bitstring } from './bitstring.js';
import { openTokenStatusList, signTokenStatusList } from './status-list-token.js';
import { statusReferenceOf, TOKEN_STATUS, TokenStatusList } from './token-status-list.js';

const now = SAMPLE_NOW;
const iat = now.getTime() / 1_000;
const uri = 'https://laurel.example/v1/token-status-lists/1';
const open = (text: string) => openTokenStatusList(text, uri, { now, resolveKey: resolveOffline });

const [revocation, suspension] = [Bitstring.empty(), Bitstring.empty()];
for (const index of [0, 7, 90_210, 131_071]) revocation.set(index, true);
for (const index of [1, 7, 8, 90_211]) suspension.set(index, true);
const list = TokenStatusList.of({ revocation, suspension });
const ours = () => signTokenStatusList({ uri, issuer: sampleIssuer.did, list, issuedAt: now, expires: new Date(now.getTime() + 3_600_000), ttl: 300 }, sampleIssuer);
const signed = (claims: Record<string, Json | undefined>, typ = 'statuslist+jwt') =>
  new SignJWT(JSON.parse(JSON.stringify({ sub: uri, iat, status_list: list.encode(), ...claims })) as JsonObject).setProtectedHeader({ alg: 'EdDSA', typ, kid: sampleIssuer.verificationMethod }).sign(sampleIssuer.privateKey);

describe('a token status list', () => {
  it.each([
    [1, 'eNrbuRgAAhcBXQ', [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1]],
    [2, 'eNo76fITAAPfAgc', [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3]],
  ])('of %i bits reads the example of its specification', (bits, lst, statuses) => {
    const read = TokenStatusList.decode({ bits, lst });
    expect(Array.from({ length: read.length }, (_, index) => read.get(index))).toEqual(statuses);
    expect(read.encode()).toEqual({ bits, lst });
    expect(() => read.get(statuses.length)).toThrow(expect.objectContaining({ code: 'status-index-out-of-range' }));
  });

  it('says what the two lists of W3C’s say', () => {
    const { invalid, suspended } = TOKEN_STATUS;
    const set = Array.from({ length: list.length }, (_, index) => [index, list.get(index)]).filter(([, value]) => value !== 0);
    expect(set).toEqual([[0, invalid], [1, suspended], [7, invalid], [8, suspended], [90_210, invalid], [90_211, suspended], [131_071, invalid]]);
    expect(list).toMatchObject({ bits: 2, length: 131_072 });
  });

  it.each([4, 8])('of %i bits is read as @sd-jwt/jwt-status-list writes it', (bits) => {
    const statuses = Array.from({ length: 64 }, (_, index) => index % 2 ** bits);
    const read = TokenStatusList.decode({ bits, lst: new StatusList(statuses, bits as 4).compressStatusList() });
    expect(statuses.map((_, index) => read.get(index))).toEqual(statuses);
  });

  it.each<[string, Json | undefined]>([
    ['nothing', undefined],
    ['three bits', { bits: 3, lst: 'eNrbuRgAAhcBXQ' }],
    ['bits in a string', { bits: '1', lst: 'eNrbuRgAAhcBXQ' }],
    ['no list', { bits: 1 }],
    ['padding', { bits: 1, lst: 'eNrbuRgAAhcBXQ==' }],
    ['no zlib', { bits: 1, lst: base64url('no zlib') }],
    ['more than 4 MiB', { bits: 1, lst: base64url(deflateSync(Buffer.alloc(4 * 1024 * 1024 + 1))) }],
  ])('is not %s', (_what, claim) => {
    expect(() => TokenStatusList.decode(claim)).toThrow(expect.objectContaining({ code: 'invalid-status-list' }));
  });

  it.each<[Json | undefined, boolean]>([
    [{ status_list: { idx: 0, uri } }, true],
    [{ status_list: { idx: -1, uri } }, false],
    [{ status_list: { idx: 1.5, uri } }, false],
    [{ status_list: { idx: 0, uri: 'list' } }, false],
    [undefined, false],
  ])('is named by %j: %j', (status, named) => {
    expect(statusReferenceOf(status === undefined ? {} : { status }) !== undefined).toBe(named);
  });
});

describe('a status list token', () => {
  it('is signed, opened and kept no longer than it says', async () => {
    const text = await ours();
    expect(readJwt(text)).toMatchObject({ header: { alg: 'EdDSA', typ: 'statuslist+jwt', kid: sampleIssuer.verificationMethod }, claims: { sub: uri, iat, exp: iat + 3_600, ttl: 300 } });
    const opened = await open(text);
    expect(opened).toMatchObject({ controller: sampleIssuer.did, keepUntil: new Date(now.getTime() + 300_000) });
    expect(opened.list?.get(90_210)).toBe(TOKEN_STATUS.invalid);
    expect(text.length).toBeLessThan(1_000);
  });

  it('goes to @sd-jwt/jwt-status-list and comes from there', async () => {
    const read = getListFromStatusListJWT(await ours());
    expect([0, 1, 2, 7, 90_210].map((index) => read.getStatus(index))).toEqual([1, 2, 0, 1, 1]);
    const { header, payload } = createHeaderAndPayload(new StatusList([0, 2, 1, 3], 2), { sub: uri, iat }, { alg: 'EdDSA', typ: 'statuslist+jwt', kid: sampleIssuer.verificationMethod });
    const { list: theirs } = await open(await new SignJWT(payload as JsonObject).setProtectedHeader(header).sign(sampleIssuer.privateKey));
    expect([0, 1, 2, 3].map((index) => theirs?.get(index))).toEqual([0, 2, 1, 3]);
  });

  it.each<[string, string, () => Promise<string>]>([
    ['wrong-token-type', 'of another type', () => signed({}, 'JWT')],
    ['wrong-token', 'from another address', () => signed({ sub: `${uri}2` })],
    ['wrong-token', 'from nowhere', () => signed({ sub: undefined })],
    ['invalid-claim', 'of no time', () => signed({ iat: undefined })],
    ['invalid-claim', 'with a ttl of nothing', () => signed({ ttl: 0 })],
    ['invalid-claim', 'without a list', () => signed({ status_list: undefined })],
    ['proof-expired', 'that ended', () => signed({ exp: iat - 1 })],
    ['token-not-yet-valid', 'of tomorrow', () => signed({ iat: iat + 86_400 })],
    ['invalid-signature', 'that was altered', async () => (await ours()).replace(/.{5}$/, 'AAAAA')],
  ])('is refused, %s, %s', async (code, _what, text) => {
    const { fault, list: none } = await open(await text());
    expect([fault?.code, none]).toEqual([code, undefined]);
  });
});
