import { crc32 } from 'node:zlib';

/**
 * Shards of an outbox. Every number of partitions divides it, so that all events of a shard and topic
 * share a partition. Fixed for good: a key that moved would overtake itself.
 */
export const SHARDS = 32;

export const shardOf = (orderingKey: string): number => crc32(orderingKey) % SHARDS;
export const partitionOf = (shard: number, partitions: number): number => shard % partitions;
