import { Injectable } from '@nestjs/common';
import { outcomeRefused, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';

@Injectable()
export class OnOutcomeRefused {
  /** The provider reads why. What was withdrawn or resubmitted meanwhile has moved on. */
  @OnEvent(outcomeRefused)
  async refuse(events: readonly EventOf<typeof outcomeRefused>[], tx: Transaction): Promise<void> {
    const refusals = events.map(({ data: { code, detail, refusedAt } }) => JSON.stringify({ code, detail, refusedAt }));
    await tx.query(
      `update learner_records.outcomes o set status = 'refused', refusal = refused.refusal
       from unnest($1::uuid[], $2::int[], $3::jsonb[]) as refused (outcome_id, attempt, refusal)
       where o.id = refused.outcome_id and o.attempt = refused.attempt and o.status = 'recorded'`,
      [events.map(({ data }) => data.outcomeId), events.map(({ data }) => data.attempt), refusals],
    );
  }
}
