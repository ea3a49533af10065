import { median } from './median.js';

/** One line of the table and of bench/results.json (docs/performance.md). What has no peer or no goal says null. */
export interface Row {
  readonly id: string;
  readonly what: string;
  readonly ours: number;
  readonly unit: string;
  readonly against: string | null;
  readonly theirs: number | null;
  /** Median of each round's own ratio, so that a machine that slows down between rounds spoils nothing. */
  readonly ratio: number | null;
  readonly goal: number | null;
  readonly met: boolean | null;
}

/** A round measures ours and theirs one right after the other. */
export interface Round {
  readonly ours: number;
  readonly theirs: number;
}

type Compared = Pick<Row, 'id' | 'what' | 'unit'> & { readonly against: string; readonly goal?: number };

/** A row of rates beside a peer's: the higher the better. */
export function compare({ id, what, unit, against, goal }: Compared, rounds: readonly Round[]): Row {
  const ratio = median(rounds.map(({ ours, theirs }) => ours / theirs));
  const judged = goal === undefined ? { goal: null, met: null } : { goal, met: ratio >= goal };
  return { id, what, ours: median(rounds.map(({ ours }) => ours)), unit, against, theirs: median(rounds.map(({ theirs }) => theirs)), ratio, ...judged };
}

/** A row of a figure without a peer. */
export const report = ({ id, what, unit }: Pick<Row, 'id' | 'what' | 'unit'>, figures: readonly number[]): Row => (
  { id, what, ours: median(figures), unit, against: null, theirs: null, ratio: null, goal: null, met: null });
