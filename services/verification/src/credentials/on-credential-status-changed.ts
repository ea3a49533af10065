import { Injectable } from '@nestjs/common';
import { credentialStatusChanged, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';
import { problem } from '../problems.js';
import { KnownCredentialTable } from './known-credential.table.js';

@Injectable()
export class OnCredentialStatusChanged {
  /** @throws Problem `unknown-credential`: a status that nobody will be told must not be lost in silence */
  @OnEvent(credentialStatusChanged)
  async learn(events: readonly EventOf<typeof credentialStatusChanged>[], tx: Transaction): Promise<void> {
    for (const { aggregateversion: version, data: { credentialId, status, reason, changedBy, changedAt } } of events) {
      const known = await tx.findOne(KnownCredentialTable, { where: { id: credentialId }, select: { id: true, version: true } });
      if (!known) throw problem('unknown-credential', `Nothing is known of ${credentialId}, which is ${status} now.`);
      if (known.version < version) await tx.update(KnownCredentialTable, credentialId, { status, reason, changedBy, changedAt, version });
    }
  }
}
