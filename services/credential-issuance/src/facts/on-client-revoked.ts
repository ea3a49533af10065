import { Injectable } from '@nestjs/common';
import { clientRevoked, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';
import { RevokedClientTable } from './fact.table.js';

@Injectable()
export class OnClientRevoked {
  @OnEvent(clientRevoked)
  async learn(events: readonly EventOf<typeof clientRevoked>[], tx: Transaction): Promise<void> {
    await tx.upsert(RevokedClientTable, events.map(({ data }) => data), { conflictPaths: ['clientId'], skipUpdateIfNoValuesChanged: true });
  }
}
