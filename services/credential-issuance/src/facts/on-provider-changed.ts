import { Injectable } from '@nestjs/common';
import { providerChanged, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';
import { Issuers } from '../issuers/issuers.js';
import { newest } from './fact.js';

@Injectable()
export class OnProviderChanged {
  constructor(private readonly issuers: Issuers) {}

  /** An approved provider is known and has an issuer from the same moment on. */
  @OnEvent(providerChanged)
  async learn(events: readonly EventOf<typeof providerChanged>[], tx: Transaction): Promise<void> {
    const facts = newest(events).map(({ subject, aggregateversion, data }) => ({ id: subject, version: aggregateversion, fact: data }));
    await tx.query(
      `insert into providers (id, version, fact) select id, version, fact from jsonb_to_recordset($1::jsonb) as f (id uuid, version int, fact jsonb)
       on conflict (id) do update set version = excluded.version, fact = excluded.fact where providers.version < excluded.version`,
      [JSON.stringify(facts)],
    );
    await this.issuers.establish(tx, facts.flatMap(({ fact }) => (fact.status === 'approved' ? fact : [])));
  }
}
