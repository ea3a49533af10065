import { z } from 'zod';
import type { Line } from './lines.js';
import type { FileOutcome, ReadRow } from './row.js';

const FileLine = z.looseObject({ achievement: z.string().min(1) });

/** One line of NDJSON: the body of POST /v1/outcomes, with `achievement` in the place of `achievementId`. Empty lines are no rows. */
export function toRow({ number: line, text, fault }: Line): ReadRow | undefined {
  if (fault) return { line, column: 'row', detail: fault };
  if (text.trim() === '') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { line, column: 'row', detail: error instanceof SyntaxError ? error.message : 'is not JSON' };
  }
  const parsed = FileLine.safeParse(value);
  if (parsed.success) return { line, outcome: parsed.data as FileLine & FileOutcome, columnOf };
  const [issue] = parsed.error.issues;
  return { line, column: issue?.path.join('.') || 'row', detail: issue?.path.length ? 'the achievement is missing' : 'is no JSON object' };
}
type FileLine = z.infer<typeof FileLine>;

const columnOf = (pointer: string): string => (pointer === '/achievementId' ? 'achievement' : pointer.slice(1).replaceAll('/', '.') || 'row');
