import type { Transaction } from '@laurel/runtime';

type Table = 'providers' | 'accreditations' | 'issuers';

/** Stores facts where they are newer than what is there: a fact that was replayed late changes nothing. */
export async function keepNewest(tx: Transaction, table: Table, facts: readonly { readonly id: string; readonly version: number; readonly fact: object }[]): Promise<void> {
  await tx.query(
    `insert into ${table} (id, version, fact) select id, version, fact from jsonb_to_recordset($1::jsonb) as f (id text, version int, fact jsonb)
     on conflict (id) do update set version = excluded.version, fact = excluded.fact where ${table}.version < excluded.version`,
    [JSON.stringify(facts)],
  );
}
