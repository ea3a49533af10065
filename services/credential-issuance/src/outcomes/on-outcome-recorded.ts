import { Injectable } from '@nestjs/common';
import { outcomeRecorded, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';
import { Decisions } from './decisions.js';
import { undecided } from './undecided.js';

@Injectable()
export class OnOutcomeRecorded {
  constructor(private readonly decisions: Decisions) {}

  @OnEvent(outcomeRecorded)
  async decide(events: readonly EventOf<typeof outcomeRecorded>[], tx: Transaction): Promise<void> {
    const pending = await undecided(tx, events.map(({ data, traceparent }) => ({ outcome: data, traceparent })));
    await this.decisions.settle(tx, pending, 'so far');
  }
}
