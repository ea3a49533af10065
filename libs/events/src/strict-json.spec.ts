import { describe, expect, it } from '@jest/globals';
import { parseStrictJson } from './strict-json.js';

const limits = { depth: 64, members: 10_000 };
const parse = (text: string | Uint8Array) => parseStrictJson(typeof text === 'string' ? Buffer.from(text) : text, limits);

describe('parseStrictJson', () => {
  it.each([
    ['{"a":1,"b":[true,null,"x"],"c":{"a":-0.5e3}}', { a: 1, b: [true, null, 'x'], c: { a: -500 } }],
    [' [ ] ', []],
    ['"a \\" : \\u00e9 {"', 'a " : é {'],
    ['{"a":{"x":1},"b":{"x":1}}', { a: { x: 1 }, b: { x: 1 } }],
    ['[{"x":1},{"x":2}]', [{ x: 1 }, { x: 2 }]],
  ])('reads %s', (text, value) => {
    expect(parse(text)).toEqual(value);
  });

  it.each([
    ['a member twice', '{"a":1,"a":2}'],
    ['a member twice in other spelling', '{"a":1,"\\u0061":2}'],
    ['a member twice, deep', '[{"b":{"c":[{"d":0,"e":1,"d":2}]}}]'],
    ['a number beyond a double', '{"a":1e400}'],
    ['nothing', ''],
    ['a comma too many', '{"a":1,}'],
    ['two texts', '{} {}'],
    ['a comment', '{/* no */}'],
  ])('refuses %s', (_what, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'malformed' }));
  });

  it.each([
    ['a byte order mark', Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d])],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22])],
    ['a surrogate in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
  ])('refuses %s', (_what, bytes) => {
    expect(() => parse(bytes)).toThrow(expect.objectContaining({ code: 'malformed' }));
  });

  it('takes 64 levels and refuses the 65th', () => {
    expect(parse(`${'['.repeat(64)}${']'.repeat(64)}`)).toBeDefined();
    expect(() => parse(`${'['.repeat(65)}${']'.repeat(65)}`)).toThrow(expect.objectContaining({ code: 'too-large' }));
  });

  it('refuses more members than allowed, and reads a large text in one pass', () => {
    expect(() => parse(`[${'1,'.repeat(10_001)}1]`)).toThrow(expect.objectContaining({ code: 'too-large' }));
    expect(parse(JSON.stringify('\\"'.repeat(1_000_000)))).toHaveLength(2_000_000);
  });

  it('reads a member whose name stands apart, and refuses it twice', () => {
    expect(parse('{ "a" : 1 , "b"\n:\t[ ] }')).toEqual({ a: 1, b: [] });
    expect(() => parse('{ "a" : 1 , "a"\n:\t2 }')).toThrow(expect.objectContaining({ code: 'malformed' }));
  });

  it('reads numbers and strings of nothing but escapes, as long as a body may be', () => {
    expect(() => parse(`[${'9'.repeat(8_000_000)}]`)).toThrow(expect.objectContaining({ code: 'malformed' }));
    expect(parse(`{"a":"${'\\n'.repeat(4_000_000)}","b":"${'\\\\'.repeat(1_000)}"}`)).toMatchObject({ b: '\\'.repeat(1_000) });
    expect(() => parse(`{"a":"${'\\"'.repeat(4_000_000)}","a":1}`)).toThrow(expect.objectContaining({ code: 'malformed' }));
  });

  it('keeps __proto__ a member like any other, for a schema to refuse', () => {
    expect(Object.keys(Object(parse('{"__proto__":{"admin":true}}')))).toEqual(['__proto__']);
  });
});
