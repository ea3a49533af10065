import { setMaxListeners } from 'node:events';
import { allTopics, type Topic } from '@laurel/events';
import type { DatabaseOptions, Logger } from '@laurel/runtime';
import type { OnBatch, OutgoingRecord, Transport } from '../transport.js';
import { EventLog } from './event-log.js';
import { Follower } from './follower.js';
import { Heads } from './heads.js';

/** Without a wake-up, as when another process appends, the log is looked at this often. */
const POLL_MS = 1_000;
const EXPIRE_MS = 60_000;

/** All services in one process: the same contract as Kafka's, on a log in the database that is there anyway. */
export class InProcessTransport implements Transport {
  private readonly stopping = new AbortController();
  private closing: Promise<void> | undefined;
  private readonly followers: Promise<void>[] = [];
  private readonly timers: NodeJS.Timeout[];

  private constructor(private readonly log: EventLog, private readonly heads: Heads, private readonly logger: Logger) {
    // one listener for each partition that somebody follows: many, and meant
    setMaxListeners(0, this.stopping.signal);
    const quietly = (work: () => Promise<void>) => () => void work().catch((error: unknown) => logger.warn({ reason: String(error) }, 'event log is not to be reached'));
    this.timers = [
      setInterval(quietly(async () => this.heads.learn(await log.heads())), POLL_MS),
      setInterval(quietly(() => this.expire()), EXPIRE_MS),
    ];
  }

  /** @param urls of the roles of the schema `event_log` */
  static async open(urls: DatabaseOptions['urls'], logger: Logger): Promise<InProcessTransport> {
    const log = await EventLog.open(urls);
    const heads = new Heads();
    heads.learn(await log.heads());
    return new InProcessTransport(log, heads, logger);
  }

  async publish(topic: string, partition: number, records: readonly OutgoingRecord[]): Promise<void> {
    this.heads.learn([{ topic, partition, next: await this.log.append(topic, partition, records) }]);
  }

  consume(group: string, topic: Topic, onBatch: OnBatch): void {
    for (let partition = 0; partition < topic.partitions; partition += 1) {
      const follower = new Follower({ group, topic: topic.name, partition, onBatch }, this.log, this.heads, this.logger, this.stopping.signal);
      this.followers.push(follower.run());
    }
  }

  /** May be called more than once. */
  close(): Promise<void> {
    return (this.closing ??= this.end());
  }

  private async end(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.stopping.abort();
    await Promise.all(this.followers);
    await this.log.close();
  }

  private async expire(): Promise<void> {
    for (const topic of allTopics) await this.log.expire(topic);
  }
}
