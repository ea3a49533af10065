import { Injectable } from '@nestjs/common';
import { clientRevoked, providerChanged, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';

interface Standing {
  readonly id: string;
  readonly version: number;
  readonly stands: boolean;
}

@Injectable()
export class OnStandingChanged {
  @OnEvent(providerChanged)
  providers(events: readonly EventOf<typeof providerChanged>[], tx: Transaction): Promise<void> {
    return remember(tx, events.map(({ data, aggregateversion }) => ({ id: data.id, version: aggregateversion, stands: data.status === 'approved' })));
  }

  @OnEvent(clientRevoked)
  clients(events: readonly EventOf<typeof clientRevoked>[], tx: Transaction): Promise<void> {
    return remember(tx, events.map(({ data, aggregateversion }) => ({ id: data.clientId, version: aggregateversion, stands: false })));
  }
}

/** Keeps the newest of what was said about each; a replayed older event changes nothing. */
async function remember(tx: Transaction, standings: readonly Standing[]): Promise<void> {
  const newest = [...new Map(standings.map((standing) => [standing.id, standing])).values()];
  await tx.query(
    `insert into learner_records.revocations as known (id, version, stands) select * from unnest($1::uuid[], $2::int[], $3::boolean[])
     on conflict (id) do update set version = excluded.version, stands = excluded.stands where excluded.version > known.version`,
    [newest.map(({ id }) => id), newest.map(({ version }) => version), newest.map(({ stands }) => stands)],
  );
}
