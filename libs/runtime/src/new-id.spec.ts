import { expect, it } from '@jest/globals';
import { newId } from './new-id.js';

it('makes UUIDs of version 7, none twice, in the order in which they are made', () => {
  const began = Date.now();
  const ids = Array.from({ length: 20_000 }, newId);
  expect(ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toEqual([]);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids.map((id) => id.slice(-12))).size).toBe(ids.length);
  const at = Number.parseInt((ids.at(-1) ?? '').replaceAll('-', '').slice(0, 12), 16);
  expect(at).toBeGreaterThanOrEqual(began);
  expect(at).toBeLessThanOrEqual(Date.now());
});
