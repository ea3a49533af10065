import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COLUMNS, columnNames, type Column } from '../../../outcomes-file/columns.js';
import { readOutcomes } from '../../../outcomes-file/read-outcomes.js';
import type { FileOutcome } from '../../../outcomes-file/row.js';
import type { Company } from '../../cast/company.js';
import { expectThat, type Narrator } from '../../narrator.js';
import { submitRows, type Submitted } from '../../submit-rows.js';
import type { World } from '../../world.js';

/** A spreadsheet of the year, with two rows that somebody typed wrong. */
export async function submitFile({ narrator, log, folder }: World, company: Company, outcomes: readonly FileOutcome[]): Promise<Submitted> {
  const file = join(folder, 'outcomes.csv');
  const wrong = ['school-typo,lena.typo@example.org,Lena Typo,,,,arc-welding,2026-13-01,,,,,,', 'school-short,only,three'];
  writeFileSync(file, `${[columnNames.join(','), ...outcomes.map(csvLine), ...wrong].join('\n')}\n`);
  const submitted = await submitRows(readOutcomes(file), { deskOf: (achievement) => company.deskOf(achievement), log, batch: 100, atOnce: 3 });
  tellOf(narrator, submitted);
  expectThat(submitted.recorded === outcomes.length, `${outcomes.length} rows to be recorded, not ${submitted.recorded}`);
  expectThat(submitted.wrong === wrong.length, `${wrong.length} rows to be wrong, not ${submitted.wrong}`);
  return submitted;
}

const SHOWN = 10;

export function tellOf(narrator: Narrator, { rows, recorded, again, wrong, faults }: Submitted): void {
  narrator.say(`${rows} rows: ${recorded} recorded, ${again} there already, ${wrong} wrong`);
  for (const { line, column, detail } of faults.slice(0, SHOWN)) narrator.say(`  line ${line}, ${column}: ${detail}`);
  if (wrong > SHOWN) narrator.say(`  and ${wrong - SHOWN} more; report.json has the first ${faults.length}`);
}

function csvLine(outcome: FileOutcome): string {
  return columnNames.map((column) => quoted(cellOf(outcome, column))).join(',');
}

/** The value that a column's JSON pointer leads to. */
function cellOf(outcome: FileOutcome, column: Column): string {
  if (column === 'achievement') return outcome.achievement;
  let value: unknown = outcome;
  for (const name of COLUMNS[column].pointer.slice(1).split('/')) value = value instanceof Object ? Reflect.get(value, name) : undefined;
  return value === undefined ? '' : String(value);
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
