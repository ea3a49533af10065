import { describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import type { JsonObject } from '../document/json.js';
import { fixture, haveFixtures } from '../samples/fixtures.config.js';
import { Bitstring, STATUS_LIST_LENGTH } from './bitstring.js';
import { statusIndex, statusIndexes } from './status-index.js';
import { buildStatusListCredential, readStatusList } from './status-list-credential.js';

const refused = (code: string) => expect.objectContaining({ code });

describe('a bitstring', () => {
  it('keeps what was set, and nothing else, through its encoded form', () => {
    const bits = Bitstring.empty();
    const set = [0, 1, 7, 8, 4_711, 131_070, 131_071];
    for (const index of set) bits.set(index, true);
    bits.set(1, false);
    const read = Bitstring.decode(bits.encode());
    const found = Array.from({ length: read.length }, (_, index) => index).filter((index) => read.get(index));
    expect(found).toEqual(set.filter((index) => index !== 1));
  });

  it('counts from the left', () => {
    const bits = Bitstring.empty();
    bits.set(0, true);
    bits.set(9, true);
    expect([...bits.toBytes().slice(0, 2)]).toEqual([0b1000_0000, 0b0100_0000]);
  });

  it.each([-1, 131_072, 1.5, NaN])('has no entry %d', (index) => {
    expect(() => Bitstring.empty().get(index)).toThrow(refused('status-index-out-of-range'));
    expect(() => Bitstring.empty().set(index, true)).toThrow(refused('status-index-out-of-range'));
  });

  it.each<[string, string, string?]>([
    ['another base', `m${gzipSync(new Uint8Array(16_384)).toString('base64')}`],
    ['no gzip', `u${Buffer.alloc(100).toString('base64url')}`],
    ['too few entries', `u${gzipSync(new Uint8Array(16_383)).toString('base64url')}`, 'short-status-list'],
    ['a bomb', `u${gzipSync(new Uint8Array(4 * 1024 * 1024 + 1)).toString('base64url')}`],
    ['nothing', ''],
  ])('is refused as %s', (_, encoded, code = 'invalid-status-list') => expect(() => Bitstring.decode(encoded)).toThrow(refused(code)));
});

describe('a status list credential', () => {
  const bits = Bitstring.empty();
  bits.set(90_210, true);
  const credential = buildStatusListCredential({ url: 'https://laurel.example/v1/status-lists/1', issuer: 'did:key:z6Mk', purpose: 'revocation', bits, validFrom: '2026-11-24T09:30:00.000Z' });

  it('can be read for its purpose only', () => {
    expect([readStatusList(credential, 'revocation').get(90_210), readStatusList(credential, 'revocation').get(90_211)]).toEqual([true, false]);
    expect(() => readStatusList(credential, 'suspension')).toThrow(refused('invalid-status-list'));
    expect(() => readStatusList({ ...credential, type: ['VerifiableCredential'] }, 'revocation')).toThrow(refused('invalid-status-list'));
  });

  (haveFixtures ? it : it.skip)('has the form of the specification’s example 2', () => {
    const { _title, ...example } = fixture('bitstring-status-list/example-2.json');
    const list = credential.credentialSubject as JsonObject;
    const { encodedList } = example.credentialSubject as JsonObject;
    expect(_title).toBe('Example BitstringStatusListCredential');
    expect(Object.keys(credential)).toEqual(expect.arrayContaining(Object.keys(example)));
    expect(Object.keys(list).sort()).toEqual(Object.keys(example.credentialSubject as JsonObject).sort());
    expect(Bitstring.decode(String(encodedList)).toBytes()).toEqual(Bitstring.empty().toBytes());
  });
});

describe('status indexes', () => {
  const key = Buffer.alloc(32, 5);
  const indexes = Array.from({ length: STATUS_LIST_LENGTH }, (_, counter) => counter).map(statusIndexes(key));

  it('are every place of the list once', () => {
    expect(new Set(indexes).size).toBe(STATUS_LIST_LENGTH);
    expect([Math.min(...indexes.slice(0, 60_000)) >= 0, indexes.every((index) => Number.isInteger(index) && index >= 0 && index < STATUS_LIST_LENGTH)]).toEqual([true, true]);
  });

  it('tell nobody the order of issue', () => {
    const ascents = indexes.slice(1).filter((index, at) => index > (indexes[at] ?? 0)).length / (STATUS_LIST_LENGTH - 1);
    const neighbours = indexes.slice(1).filter((index, at) => Math.abs(index - (indexes[at] ?? 0)) === 1).length;
    const fixed = indexes.filter((index, counter) => index === counter).length;
    expect(ascents).toBeCloseTo(0.5, 2);
    expect(neighbours).toBeLessThan(20);
    expect(fixed).toBeLessThan(12);
  });

  it('depend on the key and stay what they were', () => {
    expect(indexes.slice(0, 3)).toEqual([0, 1, 2].map((counter) => statusIndex(key, counter)));
    const others = [0, 1, 2, 3, 4].map(statusIndexes(Buffer.alloc(32, 6)));
    expect(others).not.toEqual(indexes.slice(0, 5));
  });

  it('end with the list', () => {
    expect(() => statusIndex(key, STATUS_LIST_LENGTH)).toThrow(refused('status-index-out-of-range'));
    expect(() => statusIndex(Buffer.alloc(16), 0)).toThrow(refused('invalid-key'));
  });
});
