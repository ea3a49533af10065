import type { SubmitOutcome } from '../client/provider.js';

/** What is wrong in one place of a file; lines count from 1, the header included. */
export interface RowFault {
  readonly line: number;
  /** A column of a CSV, or a member of an NDJSON line (`learner.email`). */
  readonly column: string;
  readonly detail: string;
}

/** An outcome as a file has it: the achievement by its key or name. Only shaped, not judged: that is the API's part. */
export interface FileOutcome extends Omit<SubmitOutcome, 'achievementId'> {
  readonly achievement: string;
}

export interface Row {
  readonly line: number;
  readonly outcome: FileOutcome;
  /** Which column a JSON pointer of a refusal speaks of. */
  readonly columnOf: (pointer: string) => string;
}

export type ReadRow = Row | RowFault;

export const isFault = (row: ReadRow): row is RowFault => 'detail' in row;

/** The file as a whole cannot be read: no such file, unknown header. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}
