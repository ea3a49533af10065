import type { Topic } from '@laurel/events';
import { insertRows, type Transaction } from '@laurel/runtime';
import { announceCommit } from './commits.js';
import { partitionOf } from './shards.js';

/** An event as the outbox keeps it until the relay has sent it. */
export interface OutboxEntry {
  readonly id: string;
  readonly topic: string;
  readonly type: string;
  readonly subject: string;
  readonly version: number;
  readonly key: string;
  readonly shard: number;
  /** The envelope, CloudEvents 1.0 in structured mode. */
  readonly payload: string;
}

const COLUMNS = {
  id: 'uuid', aggregatetype: 'text', type: 'text', aggregateid: 'text', aggregateversion: 'int', key: 'text', shard: 'smallint', partition: 'smallint', payload: 'json',
} as const;

export async function appendToOutbox(tx: Transaction, topic: Topic, entries: readonly OutboxEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await insertRows(tx, 'outbox', COLUMNS, entries.map(({ id, topic: aggregatetype, type, subject: aggregateid, version: aggregateversion, key, shard, payload }) => (
    { id, aggregatetype, type, aggregateid, aggregateversion, key, shard, partition: partitionOf(shard, topic.partitions), payload })));
  announceCommit(tx);
}

/**
 * The partitions that something waits for, as `lane (topic, partition)`: one look into the index for each, however much
 * waits (a loose index scan, https://wiki.postgresql.org/wiki/Loose_indexscan).
 */
export const WITH_LANES = `with recursive lane as (
  (select aggregatetype as topic, partition from outbox order by aggregatetype, partition limit 1)
  union all
  select next.* from lane cross join lateral (
    select aggregatetype, partition from outbox where (aggregatetype, partition) > (lane.topic, lane.partition) order by aggregatetype, partition limit 1) next)`;
