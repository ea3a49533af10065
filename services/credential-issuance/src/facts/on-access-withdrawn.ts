import { Injectable } from '@nestjs/common';
import { accessWithdrawn, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';
import { WithdrawnGrantTable } from './fact.table.js';

@Injectable()
export class OnAccessWithdrawn {
  @OnEvent(accessWithdrawn)
  async learn(events: readonly EventOf<typeof accessWithdrawn>[], tx: Transaction): Promise<void> {
    await tx.upsert(WithdrawnGrantTable, events.map(({ data }) => data), { conflictPaths: ['grantId'], skipUpdateIfNoValuesChanged: true });
  }
}
