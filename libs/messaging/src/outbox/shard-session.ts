import type { Database } from '@laurel/runtime';
import type { PoolClient } from 'pg';
import type { QueryRunner } from 'typeorm';
import { BATCH, type OutgoingRecord } from '../transport/transport.js';
import { WITH_LANES } from './outbox.js';
import { SHARDS } from './shards.js';

/** A partition that something waits for. */
export interface Lane {
  readonly topic: string;
  readonly partition: number;
}

/** What one partition gets next. */
export interface Pending extends Lane {
  /** Numbers of the outbox rows, as decimal digits. */
  readonly seqs: readonly string[];
  readonly records: readonly OutgoingRecord[];
}

export const nameOf = ({ topic, partition }: Lane): string => `${topic}/${partition}`;

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

  async lanes(): Promise<Lane[]> {
    return this.runner.query(`${WITH_LANES} select topic, partition from lane`);
  }

  /**
   * The oldest events of a partition in our shards; undefined when there are none.
   * Never `seq > cursor`: a longer transaction commits its lower numbers later (events.md, "Relay").
   */
  async next({ topic, partition }: Lane): Promise<Pending | undefined> {
    const rows: { seq: string; key: string; value: string }[] = await this.runner.query(
      `select seq, key, payload as value from outbox where aggregatetype = $1 and partition = $2 and shard = any($3) order by seq limit ${BATCH}`,
      [topic, partition, [...this.held]],
    );
    if (rows.length === 0) return undefined;
    return { topic, partition, seqs: rows.map(({ seq }) => seq), records: rows };
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
