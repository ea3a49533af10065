import { Injectable } from '@nestjs/common';
import { registryComplete, type EventOf, type RecordedOutcome } from '@laurel/events';
import { BATCH, OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';
import { Decisions } from './decisions.js';
import type { PendingOutcome } from './outcome.js';
import { undecided } from './undecided.js';

@Injectable()
export class OnRegistryComplete {
  constructor(private readonly decisions: Decisions) {}

  /** Decides for good what waited for these answers, in batches as large as those that outcomes arrive in. */
  @OnEvent(registryComplete)
  async decide(events: readonly EventOf<typeof registryComplete>[], tx: Transaction): Promise<void> {
    const questions = events.flatMap(({ data }) => data.questions);
    const waited = await this.stopWaiting(tx, questions);
    for (let start = 0; start < waited.length; start += BATCH) {
      await this.decisions.settle(tx, await undecided(tx, waited.slice(start, start + BATCH)), 'complete');
    }
  }

  private async stopWaiting(tx: Transaction, questions: readonly string[]): Promise<PendingOutcome[]> {
    const [rows]: [{ outcome: RecordedOutcome; traceparent: string | null }[], number] = await tx.query(
      'delete from waiting_outcomes where question = any($1::uuid[]) returning outcome, traceparent', [questions],
    );
    return rows.map(({ outcome, traceparent }) => ({ outcome, ...(traceparent === null ? {} : { traceparent }) }));
  }
}
