import type { Bed } from '../deployment/bed.js';
import type { Row } from './row.js';

/** Something that can be measured, under the id of its first row. */
export interface Benchmark {
  readonly id: string;
  /** Gives its rows, or why it cannot be measured on this machine. */
  measure(bed: Bed): Promise<readonly Row[] | Skipped>;
}

export interface Skipped {
  readonly skipped: string;
}
