import type { Row } from './row.js';

const HEADINGS = ['row', 'ours', 'theirs', 'ratio', 'goal', ''];

/** The rows for people: figures in columns, under each what was measured. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ id, ours, theirs, unit, ratio, goal, met }) => [
    id, `${figure(ours)} ${unit}`, theirs === null ? '' : `${figure(theirs)} ${unit}`, ratio === null ? '' : ratio.toFixed(2), goal === null ? '' : `>= ${goal.toFixed(2)}`, verdict(met),
  ]);
  const widths = HEADINGS.map((heading, column) => Math.max(heading.length, ...lines.map((line) => line[column]?.length ?? 0)));
  const aligned = (cells: readonly string[]) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd();
  return [aligned(HEADINGS), ...lines.flatMap((line, at) => [aligned(line), `    ${described(rows[at])}`])].join('\n');
}

const described = (row: Row | undefined): string => (row?.against ? `${row.what} / ${row.against}` : row?.what ?? '');
const verdict = (met: boolean | null): string => (met === null ? '' : met ? 'met' : 'MISSED');

/** Three significant digits, whole numbers from a hundred on. */
const figure = (value: number): string => (value >= 100 ? value.toLocaleString('en', { maximumFractionDigits: 0 }) : value.toPrecision(3));
