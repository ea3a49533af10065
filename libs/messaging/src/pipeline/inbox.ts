import { queryPrepared, type Transaction } from '@laurel/runtime';

/** Notes that events have arrived; those that had not before come back. Whoever notes the same event at the same time waits here for the other's end. */
export async function firstSeen(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await queryPrepared<{ event_id: string }>(tx, 'insert into inbox (event_id) select unnest($1::uuid[]) on conflict do nothing returning event_id', [ids]);
  return new Set(rows.map((row) => row.event_id));
}
