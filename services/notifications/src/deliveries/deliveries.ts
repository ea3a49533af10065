import { Injectable } from '@nestjs/common';
import { Clock, type Transaction } from '@laurel/runtime';
import { In, LessThanOrEqual } from 'typeorm';
import { Addresses } from '../addresses/addresses.js';
import type { Message } from '../messages/message.js';
import { MessageTable } from '../messages/message.table.js';
import { Bell } from './bell.js';
import { afterAttempt, RETRIES, type Attempt, type Delivery } from './delivery.js';
import { DeliveryTable } from './delivery.table.js';

@Injectable()
export class Deliveries {
  constructor(
    private readonly clock: Clock,
    private readonly addresses: Addresses,
    private readonly bell: Bell,
  ) {}

  /** Queues messages, or has them wait for their reader's address. A sign-in brings its own. */
  async open(tx: Transaction, messages: readonly Message[]): Promise<void> {
    if (messages.length === 0) return;
    const known = await this.addresses.known(tx, messages.flatMap(({ learnerId, sealed }) => (learnerId === undefined || sealed !== undefined ? [] : [learnerId])));
    const now = this.clock.now();
    const deliveries = messages.map(({ id, learnerId, sealed, content }): Delivery => ({
      messageId: id, learnerId, tries: 0, dueAt: now.toISOString(), urgent: content.template === 'sign-in-code',
      state: sealed !== undefined || (learnerId !== undefined && known.has(learnerId)) ? 'queued' : 'waiting',
      giveUpAt: content.template === 'sign-in-code' ? content.expiresAt : lastTryFrom(now),
    }));
    await tx.insert(DeliveryTable, deliveries);
    this.bell.ringAfter(tx);
  }

  /** Queues what waited for the addresses of these learners. */
  async release(tx: Transaction, learnerIds: readonly string[]): Promise<void> {
    const now = this.clock.now();
    await tx.update(DeliveryTable, { learnerId: In([...learnerIds]), state: 'waiting' }, { state: 'queued', dueAt: now.toISOString(), giveUpAt: lastTryFrom(now) });
    this.bell.ringAfter(tx);
  }

  /**
   * The next deliveries that are due, urgent ones first. They stay locked until the transaction ends, and nobody else gets
   * them: the lock is the claim, and it ends with a process that is killed.
   */
  claim(tx: Transaction, limit: number): Promise<Delivery[]> {
    return tx.find(DeliveryTable, {
      where: { state: 'queued', dueAt: LessThanOrEqual(this.clock.now().toISOString()) },
      order: { urgent: 'desc', dueAt: 'asc' }, take: limit, lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
  }

  /** Notes what became of a try. A sign-in that is over is forgotten, code and address. */
  async settle(tx: Transaction, delivery: Delivery, attempt: Attempt): Promise<Delivery> {
    const change = afterAttempt(delivery, attempt, this.clock.now(), Math.random());
    await tx.update(DeliveryTable, delivery.messageId, change);
    if (delivery.urgent && change.state !== 'queued') await tx.update(MessageTable, delivery.messageId, { sealed: () => 'null' });
    return { ...delivery, ...change };
  }
}

const lastTryFrom = (now: Date): string => new Date(now.getTime() + RETRIES.forMs).toISOString();
