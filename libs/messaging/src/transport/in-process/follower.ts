import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@laurel/runtime';
import { backOff } from '../../pipeline/waiting.js';
import type { OnBatch } from '../transport.js';
import type { EventLog } from './event-log.js';
import type { Heads } from './heads.js';

export interface Followed {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  readonly onBatch: OnBatch;
}

/** One partition for one group, one batch after the other, until told to stop. */
export class Follower {
  private position: number | undefined;

  constructor(
    private readonly followed: Followed,
    private readonly log: EventLog,
    private readonly heads: Heads,
    private readonly logger: Logger,
    private readonly signal: AbortSignal,
  ) {}

  /** Never rejects: a log that cannot be reached is tried again, a batch that was left undone is read again. */
  async run(): Promise<void> {
    const { group, topic, partition } = this.followed;
    for (let failures = 0; !this.signal.aborted; ) {
      try {
        await this.step();
        failures = 0;
      } catch (error) {
        if (this.signal.aborted) return;
        failures += 1;
        this.logger.warn({ group, topic, partition, failures, reason: String(error) }, 'batch was not taken and comes again');
        await sleep(backOff(failures), undefined, { signal: this.signal }).catch(() => undefined);
      }
    }
  }

  private async step(): Promise<void> {
    const { group, topic, partition, onBatch } = this.followed;
    const position = (this.position ??= await this.log.position(group, topic, partition));
    await this.heads.beyond(topic, partition, position, this.signal);
    const head = this.heads.of(topic, partition);
    const records = await this.log.read(topic, partition, position);
    const last = records.at(-1);
    // Nothing there although the partition is longer: what was there has expired.
    const next = last ? Number(last.offset) + 1 : head;
    if (records.length > 0) {
      await onBatch({ topic, partition, records, lag: Math.max(0, head - next), heartbeat: () => Promise.resolve(), signal: this.signal });
    }
    await this.log.advance(group, topic, partition, next);
    this.position = next;
  }
}
