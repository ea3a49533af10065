import { type Check, failed, type JsonObject, passed, skipped, warned } from '@laurel/credentials';
import { type ExaminedPart, hasFailed, isProven, sharesOf } from './part-shares.js';

/**
 * Is what a record holds good? Its proof says who put the parts together, so each is verified by itself, as it stands there: one that
 * fails takes the record with it, since nobody reads a record for its frame.
 * @param parts undefined where it lies too deep for anybody to look into it
 */
export function checkParts(record: JsonObject, parts: readonly ExaminedPart[] | undefined): Check {
  if (!parts) return failed('parts', 'too-deep-for-parts');
  if (parts.length === 0) return skipped('parts', 'no-parts');
  const shares = sharesOf(record, parts);
  const fallen = parts.filter(hasFailed);
  const [first] = fallen;
  if (first && shares) return failed('parts', 'part-failed', { shares, standing: parts.length - fallen.length, unproven: parts.filter((part) => !isProven(part)).length }, first.pointer);
  return shares ? warned('parts', 'part-in-doubt', { shares }) : passed('parts', 'parts-stand', { count: parts.length });
}
