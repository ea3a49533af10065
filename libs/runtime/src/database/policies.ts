import { CURRENT_TENANT } from './tenant.js';

export interface Policy {
  /** What requests may see, as SQL; false by default. */
  readonly select?: string;
  readonly insert?: string;
  readonly update?: string;
  readonly delete?: string;
}

/** SQL for policies: the row's owner, in the column, is the tenant of the transaction. */
export const ownedBy = (column: string): string => `${column} = ${CURRENT_TENANT}`;
export const BY_OPERATOR = `${CURRENT_TENANT} = 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid`;
export const BY_ANYONE = 'true';

/**
 * Row-level security for a table (PostgreSQL manual, section 5.9): forced, so that its owner obeys as well; requests
 * get what the policy gives them, the pipeline's role gets all rows, nobody bypasses it.
 */
export function secureTable(schema: string, table: string, policy: Policy = {}): string[] {
  const name = `${schema}.${table}`;
  const rule = (command: 'select' | 'insert' | 'update' | 'delete', sql: string) => {
    const clause = command === 'insert' ? `with check (${sql})` : command === 'update' ? `using (${sql}) with check (${sql})` : `using (${sql})`;
    return `create policy ${table}_${command} on ${name} for ${command} to ${schema}_app ${clause}`;
  };
  return [
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    `create policy ${table}_pipeline on ${name} to ${schema}_pipeline using (true) with check (true)`,
    ...(['select', 'insert', 'update', 'delete'] as const).flatMap((command) => (policy[command] ? [rule(command, policy[command])] : [])),
  ];
}
