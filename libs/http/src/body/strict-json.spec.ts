import { describe, expect, it } from '@jest/globals';
import { parseStrictJson } from './strict-json.js';

describe('parseStrictJson', () => {
  it.each([
    ['malformed-json', '{"a":1,"a":2}'],
    ['malformed-json', '{} {}'],
    ['validation-failed', '[[[1]]]'],
    ['validation-failed', '[1,2,3,4,5]'],
  ])('answers %s to %s', (code, text) => {
    expect(() => parseStrictJson(Buffer.from(text), { depth: 2, members: 3 })).toThrow(expect.objectContaining({ code }));
  });
});
