import { CsvError, parse } from 'csv-parse/sync';
import type { Line } from './lines.js';

/** One record (RFC 4180 section 2), or why there is none from this line on. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
  /** `field` counts from 0; left out where the line as a whole is meant. */
  readonly fault?: { readonly detail: string; readonly field?: number };
}

/** A quoted field may run over so many lines; a quote that is still open then was a typing error of its first line. */
const LONGEST_RECORD = 20;
const NEVER_CLOSED = { detail: 'a quote is opened here and never closed' };

/**
 * Records of a CSV, a broken one cut out at its own first line: csv-parse alone would take what follows an
 * unclosed quote for its contents and lose the good rows there.
 */
export async function* csvRecordsOf(lines: AsyncIterable<Line>, delimiter: string): AsyncGenerator<CsvRecord> {
  let held: Line[] = [];
  for await (const line of lines) held = yield* settle([...held, line], delimiter, false);
  yield* settle(held, delimiter, true);
}

function* settle(lines: Line[], delimiter: string, atEnd: boolean): Generator<CsvRecord, Line[]> {
  let held = lines;
  while (held[0]) {
    const record = shortestRecord(held, delimiter);
    if (!record && !atEnd && held.length < LONGEST_RECORD) return held;
    const line = held[0].number;
    if (record && (record.fault || record.fields.length > 0)) yield { line, ...record };
    else if (!record) yield { line, fields: [], fault: NEVER_CLOSED };
    held = held.slice(record?.lines ?? 1);
  }
  return [];
}

interface Parsed extends Omit<CsvRecord, 'line'> {
  /** How many lines it takes; none of its fields for an empty line. */
  readonly lines: number;
}

/** The record that the first lines make, or undefined while a quote is open. */
function shortestRecord(held: readonly Line[], delimiter: string): Parsed | undefined {
  if (held[0]?.fault) return { fields: [], lines: 1, fault: { detail: held[0].fault } };
  const broken = held.findIndex(({ fault }) => fault !== undefined);
  const usable = broken === -1 ? held : held.slice(0, broken);
  for (let lines = 1; lines <= usable.length; lines += 1) {
    const parsed = parseOne(usable.slice(0, lines).map(({ text }) => text).join('\n'), delimiter);
    if (parsed) return { fields: parsed.fields, fault: parsed.fault, lines: parsed.fault ? 1 : lines };
  }
  return broken === -1 ? undefined : { fields: [], lines: 1, fault: NEVER_CLOSED };
}

function parseOne(text: string, delimiter: string): Omit<Parsed, 'lines'> | undefined {
  try {
    const [fields = []] = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true, trim: true }) as string[][];
    return { fields };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') return undefined;
    return { fields: [], fault: { detail: 'a quote stands where none may', field: Number(error.column ?? 0) } };
  }
}
