import { expect, it } from '@jest/globals';
import { requestsOf } from './kafka-sender.js';

const messages = (sizes: readonly number[]) => sizes.map((size, number) => ({ key: String(number), value: 'x'.repeat(size) }));
const shape = (sizes: readonly number[]) => requestsOf(messages(sizes)).map((request) => request.map(({ key }) => Number(key)));

it('sends what fits in one request, and splits the rest in order', () => {
  expect(shape([])).toEqual([]);
  expect(shape([700, 700, 700])).toEqual([[0, 1, 2]]);
  expect(shape([500_000, 400_000, 100_000, 900_000, 1])).toEqual([[0, 1], [2], [3, 4]]);
});

it('counts bytes, not characters: the largest events go alone', () => {
  const wide = { key: 'k', value: 'ž'.repeat(450_000) };
  expect(requestsOf([wide, wide, wide]).map((request) => request.length)).toEqual([1, 1, 1]);
});
