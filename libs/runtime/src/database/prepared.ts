import { createHash } from 'node:crypto';
import type { PoolClient, QueryResultRow } from 'pg';
import type { Transaction } from './database.js';

const names = new Map<string, string>();

/** The server keeps a prepared statement under a name of at most 63 bytes. */
function nameOf(text: string): string {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

/**
 * Runs a statement that each session of the server parses and plans once. For large sets of parameters: planning anew
 * copies all of them, and estimates for every single one (measured: docs/performance.md). The text must be constant.
 */
export async function queryPrepared<Row extends QueryResultRow>(tx: Transaction, text: string, parameters: readonly unknown[]): Promise<Row[]> {
  if (!tx.queryRunner) throw new Error('a statement is prepared in a session, and this is none');
  const client: PoolClient = await tx.queryRunner.connect();
  return (await client.query<Row>({ name: nameOf(text), text, values: [...parameters] })).rows;
}
