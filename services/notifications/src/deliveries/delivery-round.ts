import { Injectable } from '@nestjs/common';
import { Clock, Database, Problem, type Transaction } from '@laurel/runtime';
import { once } from 'node:events';
import { In } from 'typeorm';
import type { Message } from '../messages/message.js';
import { MessageTable } from '../messages/message.table.js';
import { NotTaken, Post } from '../post/post.js';
import { Deliveries } from './deliveries.js';
import { hasExpired, type Attempt, type Delivery } from './delivery.js';
import { DeliveryLog } from './delivery-log.js';
import { metrics } from './delivery-metrics.js';
import { MailWriter } from './mail-writer.js';

/** Deliveries of one transaction: what a kill may send again is no more than that. */
const BATCH = 5;

/** Claims some deliveries, sends them, notes what became of each: one transaction. */
@Injectable()
export class DeliveryRound {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly deliveries: Deliveries,
    private readonly writer: MailWriter,
    private readonly post: Post,
    private readonly log: DeliveryLog,
  ) {}

  /**
   * Answers how many were tried. Once `stop` aborts, no further one is begun; once `cut` does, the one under way is
   * left as it is, and comes again under the same Message-ID.
   */
  run({ stop, cut }: { readonly stop: AbortSignal; readonly cut: AbortSignal }): Promise<number> {
    return this.database.asPipeline(async (tx) => {
      const claimed = await this.deliveries.claim(tx, BATCH);
      const messages = new Map((await tx.findBy(MessageTable, { id: In(claimed.map(({ messageId }) => messageId)) })).map((message) => [message.id, message]));
      for (const delivery of claimed) {
        const message = messages.get(delivery.messageId);
        if (stop.aborted || !message) return 0;
        const attempt = await unlessCut(this.attempt(tx, delivery, message), cut);
        if (!attempt) return 0;
        const { state, tries } = await this.deliveries.settle(tx, delivery, attempt);
        metrics.attempts.inc({ became: attempt.became });
        this.log.to[state === 'failed' ? 'warn' : 'info']({ message: message.id, traceparent: message.traceparent, state, tries, ...attempt }, 'mail');
      }
      return claimed.length;
    });
  }

  private async attempt(tx: Transaction, delivery: Delivery, message: Message): Promise<Attempt> {
    if (hasExpired(delivery, this.clock.now())) return { became: 'refused', fault: 'expired' };
    try {
      await this.post.send(await this.writer.write(tx, message));
      return { became: 'sent' };
    } catch (error) {
      if (error instanceof NotTaken) return { became: error.forGood ? 'refused' : 'unavailable', fault: error.fault };
      if (error instanceof Problem) return { became: 'unavailable', fault: error.code };
      throw error;
    }
  }
}

/** What the work gives, or nothing when the signal aborts before. */
async function unlessCut<Result>(work: Promise<Result>, cut: AbortSignal): Promise<Result | undefined> {
  const over = new AbortController();
  const wasCut = once(cut, 'abort', { signal: over.signal }).then(() => undefined, () => undefined);
  try {
    return await Promise.race([work, wasCut]);
  } finally {
    over.abort();
  }
}
