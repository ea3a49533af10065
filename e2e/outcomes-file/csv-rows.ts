import type { FileOutcome, ReadRow, RowFault } from './row.js';
import { COLUMNS, columnNames, columnOf, isColumn, type Column } from './columns.js';
import type { CsvRecord } from './csv-records.js';
import { UnreadableFile } from './row.js';

/** @throws UnreadableFile unless each name is a column, none stands twice, and none that is needed is missing */
export function readHeader(names: readonly string[]): Column[] {
  const unknown = names.filter((name) => !isColumn(name));
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const missing = columnNames.filter((name) => COLUMNS[name].needed && !names.includes(name));
  const faults = [
    ...unknown.map((name) => `unknown column "${name}"`), ...twice.map((name) => `column "${name}" stands twice`), ...missing.map((name) => `column "${name}" is missing`),
  ];
  if (faults.length > 0) throw new UnreadableFile(`line 1: ${faults.join('; ')}. The columns are ${columnNames.join(', ')}`);
  return names.filter(isColumn);
}

/** A record under its header, shaped like the API's outcome. */
export function toRow(header: readonly Column[], { line, fields, fault }: CsvRecord): ReadRow {
  if (fault) return { line, column: header[fault.field ?? -1] ?? 'row', detail: fault.detail };
  if (fields.length !== header.length) {
    return { line, column: header[fields.length] ?? 'row', detail: `${fields.length} fields where the header has ${header.length}` };
  }
  const cells = new Map(header.map((column, index) => [column, fields[index] ?? '']));
  const faults: RowFault[] = [];
  const cell = (column: Column): string | undefined => cells.get(column) || undefined;
  const number = (column: Column): number | undefined => {
    const text = cell(column);
    if (text !== undefined && !/^\d+(\.\d+)?$/.test(text)) faults.push({ line, column, detail: `"${text.slice(0, 40)}" is no number` });
    return text === undefined ? undefined : Number(text);
  };
  for (const column of columnNames) if (COLUMNS[column].needed && !cell(column)) faults.push({ line, column, detail: 'is empty' });
  const outcome = shape(cell, number);
  return faults[0] ?? { line, outcome, columnOf };
}

function shape(cell: (column: Column) => string | undefined, number: (column: Column) => number | undefined): FileOutcome {
  const [type, value, result, evidence] = [cell('identifierType'), cell('identifier'), cell('result'), cell('evidenceName')];
  return defined({
    externalId: cell('externalId') ?? '',
    learner: defined({ email: cell('email'), name: cell('name'), did: cell('did'), identifiers: type || value ? [{ type: type ?? '', value: value ?? '' }] : undefined }),
    achievement: cell('achievement') ?? '',
    achievedOn: cell('achievedOn') ?? '',
    result: result || cell('resultType') ? { resultType: cell('resultType') ?? '', value: result ?? '' } : undefined,
    hours: number('hours'),
    credits: number('credits'),
    evidence: evidence || cell('evidenceUrl') ? [defined({ name: evidence ?? '', url: cell('evidenceUrl') })] : undefined,
  });
}

/** Without the members that are undefined, as JSON has it. */
function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}
