import { Injectable } from '@nestjs/common';
import { attestationStatusChanged } from '@laurel/events';
import { emit } from '@laurel/messaging';
import { Clock, Database, requestProblem, type Transaction } from '@laurel/runtime';
import { problem } from '../problems.js';
import { Issuers } from '../issuers/issuers.js';
import { listIdOf, type StatusListPair } from '../status-lists/status-list.js';
import { StatusListPairTable } from '../status-lists/status-list.table.js';
import { StatusLists } from '../status-lists/status-lists.js';
import type { AttestationRow } from './attestation.js';
import { AttestationTable } from './attestation.table.js';
import { statusAfter, type StatusAnswer, type StatusRequest } from './status-request.js';

/** A credential that has a place in our lists. */
type Placed = AttestationRow & Required<Pick<AttestationRow, 'pairId' | 'statusIndex'>>;

/** Revokes, suspends and reinstates what providers worded themselves. */
@Injectable()
export class ChangeStatuses {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly issuers: Issuers,
    private readonly lists: StatusLists,
  ) {}

  /**
   * Every credential that the provider issued under the id: who issued one thing twice takes both back. Rows, bits and
   * events are one transaction. @throws Problem `not-found`, `no-status-place`, `revoked-for-good`, `other-status-place`
   */
  change(providerId: string, request: StatusRequest): Promise<StatusAnswer> {
    const { credentialId, credentialStatus: { statusPurpose: purpose }, status: value } = request;
    return this.database.asPipeline(async (tx) => {
      const rows = await tx.find(AttestationTable, { where: { providerId, credentialId }, order: { id: 'asc' }, lock: { mode: 'pessimistic_write' } });
      if (rows.length === 0) throw requestProblem('not-found', 'You have issued no credential with this id here.');
      const placed = await this.placed(tx, rows, request);
      const after = placed.map((row) => ({ ...row, next: statusAfter(row.status, purpose, value) }));
      const changed = after.flatMap(({ next, ...row }) => {
        if (next === undefined) throw problem('revoked-for-good', `${credentialId.slice(0, 200)} is revoked.`);
        return next === row.status ? [] : [{ ...row, status: next, version: row.version + 1 }];
      });
      if (changed.length > 0) {
        const marks = changed.map(({ pairId, statusIndex: index }) => ({ pairId, index, purpose, value }));
        await this.lists.mark(tx, await this.issuers.acting(tx, [providerId]), marks);
        await this.tell(tx, changed);
      }
      return { credentialId, status: (changed.at(-1) ?? placed.at(-1) ?? { status: 'active' as const }).status };
    });
  }

  private async placed(tx: Transaction, rows: readonly AttestationRow[], { credentialStatus }: StatusRequest): Promise<Placed[]> {
    const placed = rows.filter((row): row is Placed => row.pairId !== undefined && row.statusIndex !== undefined);
    if (placed.length < rows.length) throw problem('no-status-place', 'It was issued without a place in our status lists.');
    for (const row of placed) {
      const pair = await tx.findOneByOrFail(StatusListPairTable, { id: row.pairId });
      if (!isPlaceOf(row, pair, credentialStatus)) throw problem('other-status-place', 'The credential has another index or list.');
    }
    return placed;
  }

  private async tell(tx: Transaction, changed: readonly Placed[]): Promise<void> {
    const now = this.clock.now();
    const changedBy = (await this.issuers.acting(tx, [...new Set(changed.map(({ providerId }) => providerId))])).values().next().value?.issuer.name ?? '';
    for (const { id, status, version } of changed) await tx.update(AttestationTable, id, { status, version });
    await emit(tx, attestationStatusChanged, changed.map(({ id, providerId, status, version }) => ({
      subject: id, version, orderingKey: id, time: now, data: { attestationId: id, providerId, status, changedBy, changedAt: now.toISOString() },
    })));
  }
}

const isPlaceOf = ({ statusIndex }: Placed, { revocationList, suspensionList }: StatusListPair, said: StatusRequest['credentialStatus']): boolean =>
  (said.statusListIndex ?? String(statusIndex)) === String(statusIndex) &&
  (said.statusListCredential === undefined || listIdOf(said.statusListCredential) === (said.statusPurpose === 'revocation' ? revocationList : suspensionList));
