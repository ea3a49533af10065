import type { Database } from '@laurel/runtime';
import type { PoolClient } from 'pg';
import type { QueryRunner } from 'typeorm';
import { BATCH, type OutgoingRecord } from '../transport/transport.js';
import { SHARDS } from './shards.js';

/** What one partition gets next. */
export interface Pending {
  /** `<topic>/<partition>`. */
  readonly lane: string;
  readonly topic: string;
  readonly partition: number;
  /** Numbers of the outbox rows, as decimal digits. */
  readonly seqs: readonly string[];
  readonly records: readonly OutgoingRecord[];
}

interface Row {
  readonly seq: string;
  readonly topic: string;
  readonly partition: number;
  readonly key: string;
  readonly payload: string;
}

/**
 * One session of the database that holds the locks of all our shards (flow.md, decision 11), reads what they have
 * to send, and listens for commits of other processes. When it breaks, the locks are free for the next.
 */
export class ShardSession {
  private readonly held = new Set<number>();

  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
    private readonly channel: string,
    private readonly wake: () => void,
  ) {}

  static async open(database: Database, wake: () => void): Promise<ShardSession> {
    const runner = database.pipelines.createQueryRunner();
    const client: PoolClient = await runner.connect();
    client.on('notification', wake).on('error', wake);
    const channel = `${database.schema}_outbox`;
    await runner.query(`listen "${channel}"`);
    return new ShardSession(runner, client, channel, wake);
  }

  /** Takes the shards that nobody holds; answers how many are ours. */
  async hold(): Promise<number> {
    const others = Array.from({ length: SHARDS }, (_, shard) => shard).filter((shard) => !this.held.has(shard));
    if (others.length === 0) return SHARDS;
    const rows: { shard: number }[] = await this.runner.query(
      'select shard from unnest($1::int[]) shard where pg_try_advisory_lock(hashtext($2), shard)',
      [others, this.channel],
    );
    for (const { shard } of rows) this.held.add(shard);
    return this.held.size;
  }

  /**
   * The oldest unsent events of our shards, by partition, without the partitions that have a batch under way.
   * Never `seq > cursor`: a longer transaction commits its lower numbers later (events.md, "Relay").
   */
  async pending(busy: readonly string[]): Promise<Pending[]> {
    if (this.held.size === 0) return [];
    const rows: Row[] = await this.runner.query(
      `select seq, aggregatetype as topic, partition, key, payload from outbox
       where published_at is null and shard = any($1) and aggregatetype || '/' || partition <> all($2) order by seq limit ${BATCH}`,
      [[...this.held], busy],
    );
    return byLane(rows);
  }

  async wakeOthers(): Promise<void> {
    await this.runner.query(`select pg_notify($1, '')`, [this.channel]);
  }

  /** The connection goes back to its pool without a trace of us. */
  async close(): Promise<void> {
    this.client.off('notification', this.wake).off('error', this.wake);
    if (this.runner.isReleased) return;
    await this.runner.query('unlisten *').then(() => this.runner.query('select pg_advisory_unlock_all()'), () => undefined);
    await this.runner.release();
  }
}

function byLane(rows: readonly Row[]): Pending[] {
  const lanes = new Map<string, { topic: string; partition: number; lane: string; seqs: string[]; records: OutgoingRecord[] }>();
  for (const { seq, topic, partition, key, payload } of rows) {
    const lane = `${topic}/${partition}`;
    const pending = lanes.get(lane) ?? { topic, partition, lane, seqs: [], records: [] };
    pending.seqs.push(seq);
    pending.records.push({ key, value: payload });
    lanes.set(lane, pending);
  }
  return [...lanes.values()];
}
