import { describe, expect, test } from '@jest/globals';
import { Bitstring } from '@laurel/credentials';
import { withMarks } from './status-list.js';

describe('marking credentials in a list', () => {
  const empty = Bitstring.empty().toBytes();

  test('sets their bits and no others', () => {
    const marked = Bitstring.of(withMarks(empty, [0, 9, 131_071]));
    expect([0, 1, 8, 9, 131_070, 131_071].map((index) => marked.get(index))).toEqual([true, false, false, true, false, true]);
  });

  test('clears nothing, not even when a credential is marked twice', () => {
    const twice = Bitstring.of(withMarks(withMarks(empty, [5]), [5, 6]));
    expect([4, 5, 6].map((index) => twice.get(index))).toEqual([false, true, true]);
  });

  test('refuses a place outside of the list', () => {
    expect(() => withMarks(empty, [131_072])).toThrow('status-index-out-of-range');
  });
});
