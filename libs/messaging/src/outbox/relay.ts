import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Logger } from '@laurel/runtime';
import type { Progress } from '../health/progress.js';
import { backOff, Stopped } from '../pipeline/waiting.js';
import type { Transport } from '../transport/transport.js';
import { onCommit } from './commits.js';
import { SHARDS } from './shards.js';
import { nameOf, ShardSession, type Pending } from './shard-session.js';
import { Signal } from './signal.js';

/** Without a wake-up the outbox is looked at this often. */
const POLL_MS = 1_000;
/** After a few events the next ones are gathered for a moment: under many small requests a quarter less work. */
const GATHER_MS = 25;
const FEW = 100;

export interface RelayOptions {
  readonly database: Database;
  readonly transport: Transport;
  readonly logger: Logger;
  readonly progress: Progress;
}

/**
 * Sends what a service's outbox holds, in the order of each shard, and removes what was acknowledged.
 * Of several processes one holds a shard at a time. Each partition has one batch under way, which is sent again
 * until it is acknowledged (events.md, 11 to 13); a partition without a leader holds up no other.
 */
export class Relay {
  private readonly news = new Signal();
  private readonly stopping = new AbortController();
  private readonly underWay = new Map<string, Promise<void>>();
  private running: Promise<void> | undefined;
  /** Something was committed here since we last looked. */
  private committed = false;

  constructor(private readonly options: RelayOptions) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Ends after the batches under way, or as soon as they fail. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.news.set();
    await this.running;
  }

  private async run(): Promise<void> {
    const { database, logger } = this.options;
    const forget = onCommit(database.schema, () => {
      this.committed = true;
      this.news.set();
    });
    for (let attempt = 1; !this.stopping.signal.aborted; attempt += 1) {
      try {
        const session = await ShardSession.open(database, () => this.news.set());
        await this.relay(session, () => (attempt = 0)).finally(() => session.close());
      } catch (error) {
        logger.warn({ reason: String(error), attempt }, 'relay has lost its session');
        await this.news.wait(backOff(attempt));
      }
    }
    forget();
  }

  private async relay(session: ShardSession, healthy: () => void): Promise<void> {
    try {
      while (!this.stopping.signal.aborted) {
        const held = await session.hold();
        if (this.committed && held < SHARDS) await session.wakeOthers();
        this.committed = false;
        const pending = await this.sendNext(session);
        healthy();
        if (pending.length === 0) await this.news.wait(POLL_MS);
        else if (pending.every(({ seqs }) => seqs.length < FEW)) await sleep(GATHER_MS);
      }
    } finally {
      // Whoever holds the shards next would otherwise send beside us.
      await Promise.all(this.underWay.values());
    }
  }

  /** Gives each partition that is free its next batch, and answers what they got. */
  private async sendNext(session: ShardSession): Promise<Pending[]> {
    const given: Pending[] = [];
    for (const lane of await session.lanes()) {
      const batch = this.underWay.has(nameOf(lane)) ? undefined : await session.next(lane);
      if (!batch) continue;
      given.push(batch);
      this.underWay.set(nameOf(lane), this.send(batch));
    }
    return given;
  }

  private async send(batch: Pending): Promise<void> {
    const { database, logger, progress } = this.options;
    try {
      await this.publish(batch);
      progress.published(batch.topic, batch.seqs.length);
      await database.pipelines.query('delete from outbox where aggregatetype = $1 and partition = $2 and seq = any($3::bigint[])', [batch.topic, batch.partition, batch.seqs]);
    } catch (error) {
      // Sent or not, it is still there and comes again; the consumers' inboxes absorb what comes twice.
      if (!(error instanceof Stopped)) logger.warn({ lane: nameOf(batch), reason: String(error) }, 'events were sent but not removed');
    } finally {
      this.underWay.delete(nameOf(batch));
      this.news.set();
    }
  }

  private async publish({ topic, partition, records }: Pending): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.options.transport.publish(topic, partition, records);
      } catch (error) {
        this.options.logger.warn({ topic, partition, attempt, reason: String(error) }, 'events were not acknowledged and are sent again');
        await sleep(Math.min(backOff(attempt), 5_000), undefined, this.stopping).catch(() => undefined);
        if (this.stopping.signal.aborted) throw new Stopped('stopped before the events were acknowledged');
      }
    }
  }
}
