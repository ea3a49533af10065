import { queryPrepared, type Transaction } from '@laurel/runtime';
import type { PendingOutcome } from './outcome.js';

/** Outcomes that have a credential, were withdrawn, or came with this attempt or a later one before. */
const SETTLED = `
  with came as (select * from unnest($1::uuid[], $2::int[]) as c (outcome_id, attempt))
  select outcome_id from credentials where outcome_id = any($1::uuid[])
  union all select outcome_id from withdrawals where outcome_id = any($1::uuid[])
  union all select outcome_id from came join refusals r using (outcome_id) where r.attempt >= came.attempt
  union all select outcome_id from came join waiting_outcomes w using (outcome_id) where w.attempt >= came.attempt`;

/** Leaves out what needs no decision, so that a doubled or late event changes nothing; each outcome once, by its last attempt. */
export async function undecided(tx: Transaction, pending: readonly PendingOutcome[]): Promise<PendingOutcome[]> {
  const byOutcome = new Map<string, PendingOutcome>();
  for (const each of pending) {
    const known = byOutcome.get(each.outcome.outcomeId);
    if (!known || known.outcome.attempt < each.outcome.attempt) byOutcome.set(each.outcome.outcomeId, each);
  }
  const outcomes = [...byOutcome.values()].map(({ outcome }) => outcome);
  const settled = await queryPrepared<{ outcome_id: string }>(tx, SETTLED, [outcomes.map(({ outcomeId }) => outcomeId), outcomes.map(({ attempt }) => attempt)]);
  for (const { outcome_id } of settled) byOutcome.delete(outcome_id);
  return [...byOutcome.values()];
}
