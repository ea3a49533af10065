import { Injectable } from '@nestjs/common';
import { attestationStatusChanged, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';
import { problem } from '../problems.js';
import { KnownAttestationTable } from './known-attestation.table.js';

@Injectable()
export class OnAttestationStatusChanged {
  /** @throws Problem `unknown-credential`: a status that nobody will be told must not be lost in silence */
  @OnEvent(attestationStatusChanged)
  async learn(events: readonly EventOf<typeof attestationStatusChanged>[], tx: Transaction): Promise<void> {
    for (const { aggregateversion: version, data: { attestationId, status, changedBy, changedAt } } of events) {
      const known = await tx.findOne(KnownAttestationTable, { where: { id: attestationId }, select: { id: true, version: true } });
      if (!known) throw problem('unknown-credential', `Nothing is known of ${attestationId}, which is ${status} now.`);
      if (known.version < version) await tx.update(KnownAttestationTable, attestationId, { status, changedBy, changedAt, version });
    }
  }
}
