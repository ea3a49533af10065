import type { Transaction } from './database.js';

/** `json`: text that holds JSON, as JSON.stringify writes it. */
export type ColumnType = 'uuid' | 'smallint' | 'int' | 'bigint' | 'timestamptz' | 'text' | 'json';
/** Columns of a table with their types. */
export type Columns = Readonly<Record<string, ColumnType>>;
export type RowOf<Table extends Columns> = Readonly<Record<keyof Table, string | number>>;

/** ASCII 30, the record separator: no number, id, instant or JSON text contains it (RFC 8259 section 7). */
const SEPARATOR = '\u001e';

/**
 * A set of rows, of which every column is one parameter: `$1`, `$2`, ... A parameter for each value costs Node three
 * times as much, an array of documents ten times, since pg escapes what it puts into arrays (measured: docs/performance.md).
 */
export const rowsFrom = (columns: Columns): string => `rows from (${Object.values(columns).map((type, at) => setOf(type, `$${at + 1}`)).join(', ')})`;

/** The parameters of `rowsFrom`. */
export function columnsOf<Table extends Columns>(columns: Table, rows: readonly RowOf<Table>[]): string[] {
  return Object.entries(columns).map(([name, type]) => {
    const values = rows.map((row) => row[name]);
    return type === 'text' ? JSON.stringify(values) : values.join(SEPARATOR);
  });
}

/**
 * Inserts rows by one statement of constant text.
 * @param more what follows, such as `on conflict do nothing returning id`
 */
export async function insertRows<Table extends Columns, Returned = never>(tx: Pick<Transaction, 'query'>, table: string, columns: Table, rows: readonly RowOf<Table>[], more = ''): Promise<Returned[]> {
  return tx.query(`insert into ${table} (${Object.keys(columns).join(', ')}) select * from ${rowsFrom(columns)} ${more}`, columnsOf(columns, rows));
}

function setOf(type: ColumnType, parameter: string): string {
  if (type === 'text') return `json_array_elements_text(${parameter}::json)`;
  return `unnest(string_to_array(${parameter}, e'\\x1e')::${type === 'json' ? 'text' : type}[])`;
}
