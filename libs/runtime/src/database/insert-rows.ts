import type { QueryResultRow } from 'pg';
import type { Transaction } from './database.js';
import { queryPrepared } from './prepared.js';

/** `json`: text that holds JSON, as JSON.stringify writes it. */
export type ColumnType = 'uuid' | 'smallint' | 'int' | 'bigint' | 'timestamptz' | 'text' | 'json';
/** Columns of a table with their types. */
export type Columns = Readonly<Record<string, ColumnType>>;
/** Null is for `json` alone. */
export type RowOf<Table extends Columns> = Readonly<Record<keyof Table, string | number | null>>;

/** ASCII 30, the record separator: no number, id, instant or JSON text contains it (RFC 8259 section 7). */
const SEPARATOR = '\u001e';

/**
 * A set of rows, every column of which is one parameter, `$<first>` and those behind it; as `row`, with `nth` counting from 1.
 * A parameter for each value costs Node three times as much, an array of documents ten times, since pg escapes what it
 * puts into arrays (measured: docs/performance.md).
 */
export function rowsFrom(columns: Columns, first = 1): string {
  const names = Object.keys(columns);
  const sets = Object.values(columns).map((type, at) => (type === 'text' ? `json_array_elements_text($${first + at}::json)` : `string_to_table($${first + at}, e'\\x1e', '')`));
  const values = Object.entries(columns).map(([name, type]) => (type === 'text' || type === 'json' ? name : `${name}::${type}`));
  return `(select ${values.join(', ')}, nth from rows from (${sets.join(', ')}) with ordinality as given (${names.join(', ')}, nth)) as row`;
}

/**
 * The parameters of `rowsFrom`.
 * @throws Error for what is no JSON in a column of JSON
 */
export function columnsOf<Table extends Columns>(columns: Table, rows: readonly RowOf<Table>[]): string[] {
  return Object.entries(columns).map(([name, type]) => {
    const values = rows.map((row) => row[name]);
    if (type === 'text') return JSON.stringify(values);
    if (values.some((value) => typeof value === 'string' && value.includes(SEPARATOR))) throw new Error(`${name} contains a control character, so it is no ${type}`);
    return values.join(SEPARATOR);
  });
}

/**
 * Inserts rows by one statement of constant text.
 * @param more what follows, such as `on conflict do nothing returning id`
 */
export async function insertRows<Table extends Columns, Returned extends QueryResultRow = never>(tx: Transaction, table: string, columns: Table, rows: readonly RowOf<Table>[], more = ''): Promise<Returned[]> {
  const names = Object.keys(columns).join(', ');
  return queryPrepared(tx, `insert into ${table} (${names}) select ${names} from ${rowsFrom(columns)} ${more}`, columnsOf(columns, rows));
}
