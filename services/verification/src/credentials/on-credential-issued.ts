import { Injectable } from '@nestjs/common';
import { credentialIssued, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';
import { KnownCredential } from './known-credential.js';
import { KnownCredentialTable } from './known-credential.table.js';

@Injectable()
export class OnCredentialIssued {
  @OnEvent(credentialIssued)
  async learn(events: readonly EventOf<typeof credentialIssued>[], tx: Transaction): Promise<void> {
    const issued = events.map(({ data, aggregateversion }) => KnownCredential.parse({ ...data, id: data.credentialId, status: 'active', version: aggregateversion }));
    await tx.createQueryBuilder().insert().into(KnownCredentialTable).values(issued).orIgnore().execute();
  }
}
