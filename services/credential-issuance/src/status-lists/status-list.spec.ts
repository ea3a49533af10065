import { describe, expect, test } from '@jest/globals';
import { Bitstring, type StatusPurpose } from '@laurel/credentials';
import { withMarks } from './status-list.js';

describe('marking credentials in a list', () => {
  const empty = Bitstring.empty().toBytes();

  const marks = (purpose: StatusPurpose, value: boolean, ...indexes: number[]) => indexes.map((index) => ({ index, purpose, value }));

  test('sets their bits and no others', () => {
    const marked = Bitstring.of(withMarks(empty, marks('revocation', true, 0, 9, 131_071)));
    expect([0, 1, 8, 9, 131_070, 131_071].map((index) => marked.get(index))).toEqual([true, false, false, true, false, true]);
  });

  test.each([
    ['revocation', [false, true, true]],
    ['suspension', [false, false, true]],
  ] as const)('clears no %s that is for good, nor what was not named', (purpose, after) => {
    const cleared = Bitstring.of(withMarks(withMarks(empty, marks(purpose, true, 5, 6)), marks(purpose, false, 4, 5)));
    expect([4, 5, 6].map((index) => cleared.get(index))).toEqual(after);
  });

  test('refuses a place outside of the list', () => {
    expect(() => withMarks(empty, marks('suspension', true, 131_072))).toThrow('status-index-out-of-range');
  });
});
