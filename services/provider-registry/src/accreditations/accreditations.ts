import { Injectable } from '@nestjs/common';
import { accreditationChanged, type Accreditation } from '@laurel/events';
import type { Caller } from '@laurel/http';
import { Clock, Database, newId, requestProblem, type Transaction } from '@laurel/runtime';
import { problem } from '../problems.js';
import { lockProvider } from '../providers/providers.js';
import { tell } from '../registry-log.js';
import { publicAccreditation, type Accredit, type AccreditationRow, type WithdrawAccreditation } from './accreditation.js';
import { AccreditationTable } from './accreditation.table.js';

@Injectable()
export class Accreditations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  accredit(providerId: string, accredit: Accredit, operator: Caller): Promise<Accreditation> {
    return this.database.asTenant(operator.tenant, async (tx) => {
      const provider = await lockProvider(tx, providerId);
      if (provider.status === 'refused') throw problem('provider-refused', 'This provider was refused and cannot be accredited.');
      const row: AccreditationRow = { ...accredit, id: newId(), providerId, version: 1 };
      await tx.insert(AccreditationTable, row);
      return this.publish(tx, row);
    });
  }

  withdraw(id: string, { reason }: WithdrawAccreditation, operator: Caller): Promise<Accreditation> {
    return this.database.asTenant(operator.tenant, async (tx) => {
      const row = await tx.findOne(AccreditationTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!row) throw requestProblem('not-found', 'No accreditation has this id.');
      if (row.withdrawnAt) throw problem('accreditation-already-withdrawn', `It was withdrawn at ${row.withdrawnAt}.`);
      const withdrawal = { withdrawnAt: this.clock.now().toISOString(), withdrawalReason: reason, version: row.version + 1 };
      await tx.update(AccreditationTable, id, withdrawal);
      return this.publish(tx, { ...row, ...withdrawal });
    });
  }

  private async publish(tx: Transaction, row: AccreditationRow): Promise<Accreditation> {
    const accreditation = publicAccreditation(row);
    await tell(tx, accreditationChanged, { subject: row.id, version: row.version, time: this.clock.now(), data: accreditation });
    return accreditation;
  }
}
