import { Injectable } from '@nestjs/common';
import { attestationIssued, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';
import { KnownAttestation } from './known-attestation.js';
import { KnownAttestationTable } from './known-attestation.table.js';

@Injectable()
export class OnAttestationIssued {
  @OnEvent(attestationIssued)
  async learn(events: readonly EventOf<typeof attestationIssued>[], tx: Transaction): Promise<void> {
    const issued = events.map(({ data, aggregateversion }) => KnownAttestation.parse({ ...data, id: data.attestationId, status: 'active', version: aggregateversion }));
    await tx.createQueryBuilder().insert().into(KnownAttestationTable).values(issued).orIgnore().execute();
  }
}
