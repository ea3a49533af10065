import { describe, expect, it } from '@jest/globals';
import { admit } from './admit.js';
import { canonicalJson } from './canonical-json.js';
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

describe('canonical JSON', () => {
  // RFC 8785 sections 3.2.2 and 3.2.3.
  it('is that of RFC 8785', () => {
    const value = JSON.parse('{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}') as Json;
    expect(canonicalJson(value)).toBe('{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
  });
  it('sorts by UTF-16 code units', () => {
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 })).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}');
  });
  it.each([[undefined], [Number.NaN], [Infinity], ['\ud800'], [{ a: undefined }]])('has no text for %p', (value) => expect(() => canonicalJson(value)).toThrow(TypeError));
});
