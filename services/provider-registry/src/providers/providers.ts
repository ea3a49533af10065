import { Injectable } from '@nestjs/common';
import { providerChanged, type Provider } from '@laurel/events';
import { cutPage, readCursor, type Caller, type Page, type PageQuery } from '@laurel/http';
import { ANYONE, Clock, Database, newId, requestProblem, type Tenant, type Transaction } from '@laurel/runtime';
import { In } from 'typeorm';
import { AccreditationTable } from '../accreditations/accreditation.table.js';
import { publicAccreditation, type RecognisedProvider } from '../accreditations/accreditation.js';
import { tell } from '../registry-log.js';
import { publicProvider, statusAfter, type ApplyAsProvider, type DecideOnProvider, type Decision, type ProviderRow } from './provider.js';
import { DecisionTable, ProviderTable } from './provider.table.js';

@Injectable()
export class Providers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Anybody may apply; until the operator decides, only the operator sees the application. */
  apply(application: ApplyAsProvider): Promise<Provider> {
    const now = this.clock.now().toISOString();
    const row: ProviderRow = { ...application, id: newId(), status: 'applied', version: 1, appliedAt: now, changedAt: now };
    return this.database.asPipeline(async (tx) => {
      await tx.insert(ProviderTable, row);
      return this.publish(tx, row);
    });
  }

  decide(id: string, { decision, reason }: DecideOnProvider, operator: Caller): Promise<Decision> {
    return this.database.asTenant(operator.tenant, async (tx) => {
      const row = await lockProvider(tx, id);
      const decidedAt = this.clock.now().toISOString();
      const changed: ProviderRow = { ...row, status: statusAfter(decision, row.status), version: row.version + 1, changedAt: decidedAt };
      const made: Decision = { id: newId(), providerId: id, decision, decidedAt, ...(reason === undefined ? {} : { reason }) };
      await tx.update(ProviderTable, id, { status: changed.status, version: changed.version, changedAt: decidedAt });
      await tx.insert(DecisionTable, made);
      await this.publish(tx, changed);
      return made;
    });
  }

  /** Providers that everybody may see, with who recognises them for what. */
  async list({ limit, cursor }: PageQuery, tenant: Tenant = ANYONE): Promise<Page<RecognisedProvider>> {
    return this.database.asTenant(tenant, async (tx) => {
      const rows = await tx.createQueryBuilder(ProviderTable, 'p').where('p.id > :after', { after: readCursor(cursor) ?? ANYONE }).orderBy('p.id').take(limit + 1).getMany();
      const accreditations = await tx.findBy(AccreditationTable, { providerId: In(rows.map(({ id }) => id)) });
      return cutPage(rows, limit, (row) => ({ ...publicProvider(row), accreditations: accreditations.filter(({ providerId }) => providerId === row.id).map(publicAccreditation) }));
    });
  }

  async find(id: string, tenant: Tenant = ANYONE): Promise<RecognisedProvider> {
    return this.database.asTenant(tenant, async (tx) => {
      const row = await tx.findOneBy(ProviderTable, { id });
      if (!row) throw requestProblem('not-found', 'No provider has this id.');
      return { ...publicProvider(row), accreditations: (await tx.find(AccreditationTable, { where: { providerId: id }, order: { id: 'asc' } })).map(publicAccreditation) };
    });
  }

  private async publish(tx: Transaction, row: ProviderRow): Promise<Provider> {
    const provider = publicProvider(row);
    await tell(tx, providerChanged, { subject: row.id, version: row.version, time: this.clock.now(), data: provider });
    return provider;
  }
}

/** The provider's row, held until the transaction ends. @throws Problem `not-found` */
export async function lockProvider(tx: Transaction, id: string): Promise<ProviderRow> {
  const row = await tx.findOne(ProviderTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!row) throw requestProblem('not-found', 'No provider has this id.');
  return row;
}
