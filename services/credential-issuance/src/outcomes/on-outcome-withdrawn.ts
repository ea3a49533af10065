import { Injectable } from '@nestjs/common';
import { outcomeWithdrawn, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import { placeholders, type Transaction } from '@laurel/runtime';
import { RevokeCredentials } from '../credentials/revoke-credentials.js';

@Injectable()
export class OnOutcomeWithdrawn {
  constructor(private readonly revokeCredentials: RevokeCredentials) {}

  /**
   * Revokes what was issued, and remembers the rest, so that it never is. The order matters: removing a waiting outcome
   * waits for a decision about it that is under way, and so the revocation finds the credential that came of it.
   */
  @OnEvent(outcomeWithdrawn)
  async withdraw(events: readonly EventOf<typeof outcomeWithdrawn>[], tx: Transaction): Promise<void> {
    const outcomeIds = events.map(({ data }) => data.outcomeId);
    await tx.query(
      `insert into withdrawals (outcome_id, provider_id, learner_id, withdrawn_at) values ${placeholders(events.length, 4)} on conflict do nothing`,
      events.flatMap(({ data }) => [data.outcomeId, data.providerId, data.learnerId, data.withdrawnAt]),
    );
    await tx.query('delete from waiting_outcomes where outcome_id = any($1::uuid[])', [outcomeIds]);
    await this.revokeCredentials.revoke(tx, events.map(({ data, traceparent }) => ({ outcomeId: data.outcomeId, traceparent })));
  }
}
