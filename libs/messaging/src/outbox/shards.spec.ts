import { expect, it } from '@jest/globals';
import { allTopics } from '@laurel/events';
import { partitionOf, SHARDS, shardOf } from './shards.js';

it('gives a key the same shard for good, since one that moved would overtake itself', () => {
  expect(['a', 'learner-1', '01a20d60-449e-76f5-806e-a69e827b9dc7', 'Žižkov'].map(shardOf)).toEqual([3, 12, 2, 10]);
});

it('deals many keys evenly', () => {
  const counts = Array.from({ length: SHARDS }, () => 0);
  for (let key = 0; key < 32_000; key += 1) {
    const shard = shardOf(`01a20d60-449e-76f5-806e-${key.toString(16).padStart(12, '0')}`);
    counts[shard] = (counts[shard] ?? 0) + 1;
  }
  expect(Math.min(...counts)).toBeGreaterThan(800);
  expect(Math.max(...counts)).toBeLessThan(1_200);
});

it('keeps a shard within one partition of every topic', () => {
  for (const { partitions } of allTopics) expect(SHARDS % partitions).toBe(0);
  expect([0, 5, 31].map((shard) => partitionOf(shard, 4))).toEqual([0, 1, 3]);
});
