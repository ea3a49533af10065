import { describe, expect, it } from '@jest/globals';
import { admit } from './admit.js';
import type { Json } from './json.js';
import { refusedMember } from './members.js';

const refused = (code: string) => expect.objectContaining({ code });
const nested = (depth: number): Json => (depth === 0 ? {} : { a: nested(depth - 1) });

describe('what is admitted', () => {
  it.each([{}, { type: 'VerifiableCredential' }, { type: ['Other'], proof: null }])('%j', (value) => expect(admit(value)).toBe(value));
  it.each([undefined, null, 'text', 'eyJhbGciOi.J9.x', 7, true, [], [{}], { type: 'VerifiablePresentation' }, { type: ['VerifiablePresentation', 'Other'] }])('not %j', (value) => {
    expect(() => admit(value)).toThrow(refused('not-a-credential'));
  });
  it('up to depth 64 and 10,000 members', () => {
    const members = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`m${at}`, at]));
    expect([admit(nested(63)), admit(members(10_000))]).toHaveLength(2);
    expect(() => admit(nested(64))).toThrow(refused('too-large'));
    expect(() => admit(members(10_001))).toThrow(refused('too-large'));
    expect(() => admit({ list: Array.from({ length: 10_000 }, () => 0) })).toThrow(refused('too-large'));
  });
});

describe('refused members', () => {
  it.each<[string, string | undefined]>([
    ['{"a":[{"@value":"x"}]}', '/a/0/@value'],
    ['{"@context":"x","a":{"@context":[]}}', undefined],
    ['{"a":{"__proto__":{}}}', '/a/__proto__'],
    ['{"a/b":{"~":{"@type":1}}}', '/a~1b/~0/@type'],
    ['{"id":"_:b0"}', '/id'],
    ['{"email":"a@b.example","id":"urn:x"}', undefined],
  ])('of %s: %s', (json, pointer) => expect(refusedMember(JSON.parse(json) as Json)?.pointer).toBe(pointer));
});
