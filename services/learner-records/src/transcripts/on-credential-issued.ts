import { Injectable } from '@nestjs/common';
import { credentialIssued, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';
import type { EntryRow } from './entry.js';
import { EntryTable } from './entry.table.js';

@Injectable()
export class OnCredentialIssued {
  /** The outcome learns its credential, the record gets a line. A withdrawal that came meanwhile stays one. */
  @OnEvent(credentialIssued)
  async enter(events: readonly EventOf<typeof credentialIssued>[], tx: Transaction): Promise<void> {
    await tx.query(
      `update learner_records.outcomes o set credential_id = issued.credential_id, refusal = null,
         status = case when o.status = 'withdrawn' then o.status else 'issued' end
       from unnest($1::uuid[], $2::uuid[]) as issued (outcome_id, credential_id) where o.id = issued.outcome_id`,
      [events.map(({ data }) => data.outcomeId), events.map(({ data }) => data.credentialId)],
    );
    await tx.insert(EntryTable, events.map(({ data: { issuerId: _issuer, accreditationId: _accreditation, ...entry } }): EntryRow => ({ ...entry, status: 'active' })));
  }
}
