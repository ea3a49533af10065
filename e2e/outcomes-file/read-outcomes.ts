import { createReadStream } from 'node:fs';
import { csvRecordsOf } from './csv-records.js';
import { readHeader, toRow as csvRow } from './csv-rows.js';
import { linesOf, type Line } from './lines.js';
import { toRow as ndjsonRow } from './ndjson-rows.js';
import { UnreadableFile, type ReadRow } from './row.js';

/**
 * The rows of a CSV or NDJSON of outcomes, one after the other, never the whole file in memory.
 * Which of the two it is, is seen from the first character: an NDJSON begins with `{`.
 * @throws UnreadableFile for a file that is not there or has another header
 */
export async function* readOutcomes(file: string): AsyncGenerator<ReadRow> {
  const lines = linesOf(openFile(file));
  const first = await lines.next();
  if (first.done) throw new UnreadableFile(`${file} is empty`);
  if (first.value.fault) throw new UnreadableFile(`${file}, line 1: ${first.value.fault}`);
  if (/^\s*([{]\s*$|\[)/.test(first.value.text)) throw new UnreadableFile(`${file}, line 1: JSON spread over lines, or an array; an NDJSON has one whole object a line`);
  const all = startingWith(first.value, lines);
  if (first.value.text.trimStart().startsWith('{')) yield* ndjsonRows(all);
  else yield* csvRows(all, delimiterOf(first.value.text));
}

/** Reads no further than the header. @throws UnreadableFile */
export async function checkFile(file: string): Promise<void> {
  await readOutcomes(file).next();
}

async function* ndjsonRows(lines: AsyncIterable<Line>): AsyncGenerator<ReadRow> {
  for await (const line of lines) {
    const row = ndjsonRow(line);
    if (row) yield row;
  }
}

async function* csvRows(lines: AsyncIterable<Line>, delimiter: string): AsyncGenerator<ReadRow> {
  let header: ReturnType<typeof readHeader> | undefined;
  for await (const record of csvRecordsOf(lines, delimiter)) {
    if (header) yield csvRow(header, record);
    else header = readHeader(record.fields);
  }
}

/** Spreadsheets of half the world write semicolons or tabs. */
const delimiterOf = (header: string): string => (header.includes(',') ? ',' : header.includes(';') ? ';' : header.includes('\t') ? '\t' : ',');

async function* openFile(file: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(file)) yield chunk as Buffer;
  } catch (error) {
    throw new UnreadableFile(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function* startingWith(first: Line, rest: AsyncIterable<Line>): AsyncGenerator<Line> {
  yield first;
  yield* rest;
}
