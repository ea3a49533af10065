import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const BYTES = 16;
/** Drawn for 256 ids at once: asking for the bytes of each took nine tenths of an id's time. */
const pool = new Uint8Array(256 * BYTES);
let drawn = pool.length;

/** What the last id said: its millisecond, and a count that keeps those of one millisecond in order (RFC 9562 section 6.2, method 1). */
let [msecs, seq] = [0, 0];

/** A new UUIDv7 (RFC 9562 section 5.7): sortable by the time at which it was made, also within a millisecond. */
export function newId(): string {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  const random = pool.subarray(drawn, (drawn += BYTES));
  const now = Date.now();
  // 31 random bits to begin with, of 32: what is left is more than a millisecond can use up.
  if (now > msecs) [msecs, seq] = [now, new DataView(random.buffer, random.byteOffset).getUint32(0) >>> 1];
  else seq += 1;
  return v7({ random, msecs, seq });
}
