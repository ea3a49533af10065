import { Injectable } from '@nestjs/common';
import { accreditationChanged, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';
import { newest } from './fact.js';

@Injectable()
export class OnAccreditationChanged {
  @OnEvent(accreditationChanged)
  async learn(events: readonly EventOf<typeof accreditationChanged>[], tx: Transaction): Promise<void> {
    const facts = newest(events).map(({ subject, aggregateversion, data }) => ({ id: subject, version: aggregateversion, provider_id: data.providerId, fact: data }));
    await tx.query(
      `insert into accreditations (id, version, provider_id, fact)
       select id, version, provider_id, fact from jsonb_to_recordset($1::jsonb) as f (id uuid, version int, provider_id uuid, fact jsonb)
       on conflict (id) do update set version = excluded.version, fact = excluded.fact where accreditations.version < excluded.version`,
      [JSON.stringify(facts)],
    );
  }
}
