import { Injectable } from '@nestjs/common';
import { credentialStatusChanged, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';

@Injectable()
export class OnCredentialStatusChanged {
  /** The line in the record says what became of the credential, in the provider's own words where there are some. */
  @OnEvent(credentialStatusChanged)
  async change(events: readonly EventOf<typeof credentialStatusChanged>[], tx: Transaction): Promise<void> {
    for (const { data } of events) {
      await tx.query(
        `update learner_records.entries e set status = $2, status_changed_at = $3, status_changed_by = $4,
           reason = (select o.withdrawal ->> 'reason' from learner_records.outcomes o where o.id = e.outcome_id)
         where e.credential_id = $1`,
        [data.credentialId, data.status, data.changedAt, data.changedBy],
      );
    }
  }
}
