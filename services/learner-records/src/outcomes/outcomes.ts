import { Injectable } from '@nestjs/common';
import { outcomeRecorded, outcomeWithdrawn } from '@laurel/events';
import { cutPage, readCursor, type Caller, type Page } from '@laurel/http';
import { emit } from '@laurel/messaging';
import { ANYONE, Clock, Database, requestProblem, type Transaction } from '@laurel/runtime';
import { LearnerTable } from '../learners/learner.table.js';
import { problem } from '../problems.js';
import { showOutcome, type Outcome, type OutcomeQuery, type OutcomeRow, type RecordOutcome, type WithdrawOutcome } from './outcome.js';
import { OutcomeTable } from './outcome.table.js';
import { recordedOutcome } from './recorder.js';

/** What a provider does with outcomes that are recorded. */
@Injectable()
export class Outcomes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list({ limit, cursor, status, externalId }: OutcomeQuery, provider: Caller): Promise<Page<Outcome>> {
    return this.database.asTenant(provider.tenant, async (tx) => {
      const query = tx.createQueryBuilder(OutcomeTable, 'o').where('o.id > :after', { after: readCursor(cursor) ?? ANYONE });
      if (status !== undefined) query.andWhere('o.status = :status', { status });
      if (externalId !== undefined) query.andWhere('o.externalId = :externalId', { externalId });
      return cutPage(await query.orderBy('o.id').limit(limit + 1).getMany(), limit, showOutcome);
    });
  }

  find(id: string, provider: Caller): Promise<Outcome> {
    return this.database.asTenant(provider.tenant, async (tx) => showOutcome(found(await tx.findOneBy(OutcomeTable, { id }))));
  }

  /** Takes an outcome back: its credential, if there is one or will be, is revoked. */
  withdraw(id: string, { reason }: WithdrawOutcome, provider: Caller): Promise<{ status: 200 | 201; outcome: Outcome }> {
    return this.database.asTenant(provider.tenant, async (tx) => {
      const row = await lock(tx, id);
      if (row.status === 'refused') throw problem('outcome-refused', 'This outcome never became a credential.');
      if (row.withdrawal) {
        if (row.withdrawal.reason !== reason) throw problem('outcome-already-withdrawn', `It was withdrawn at ${row.withdrawal.withdrawnAt}.`);
        return { status: 200, outcome: showOutcome(row) };
      }
      const now = this.clock.now();
      const change = { status: 'withdrawn' as const, withdrawal: { reason, withdrawnAt: now.toISOString() }, version: row.version + 1 };
      await tx.update(OutcomeTable, id, change);
      const data = { outcomeId: id, providerId: row.providerId, learnerId: row.learnerId, withdrawnAt: now.toISOString() };
      await emit(tx, outcomeWithdrawn, [{ subject: id, version: change.version, orderingKey: row.learnerId, time: now, data }]);
      return { status: 201, outcome: showOutcome({ ...row, ...change }) };
    });
  }

  /** Has a refused outcome decided again, after its provider mended the cause. */
  resubmit(id: string, provider: Caller): Promise<Outcome> {
    return this.database.asPipeline(async (tx) => {
      const row = await lock(tx, id, provider.id);
      if (row.status !== 'refused') throw problem('outcome-not-refused', `This outcome is ${row.status}.`);
      const learner = await tx.findOneByOrFail(LearnerTable, { id: row.learnerId });
      const again: OutcomeRow = { ...row, status: 'recorded', refusal: undefined, version: row.version + 1, attempt: row.attempt + 1 };
      await tx.update(OutcomeTable, id, { status: again.status, refusal: () => 'null', version: again.version, attempt: again.attempt });
      const submitted: RecordOutcome = JSON.parse(row.content);
      await emit(tx, outcomeRecorded, [{ subject: id, version: again.version, orderingKey: row.learnerId, time: this.clock.now(), data: recordedOutcome(again, submitted, learner) }]);
      return showOutcome(again);
    });
  }
}

/** The row, held until the transaction ends; another provider's is not there. */
async function lock(tx: Transaction, id: string, providerId?: string): Promise<OutcomeRow> {
  return found(await tx.findOne(OutcomeTable, { where: { id, ...(providerId === undefined ? {} : { providerId }) }, lock: { mode: 'pessimistic_write' } }));
}

function found(row: OutcomeRow | null): OutcomeRow {
  if (!row) throw requestProblem('not-found', 'You have no outcome with this id.');
  return row;
}
