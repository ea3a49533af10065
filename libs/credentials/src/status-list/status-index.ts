import { createCipheriv } from 'node:crypto';
import { CredentialError } from '../credential-error.js';
import { STATUS_LIST_LENGTH } from './bitstring.js';

const HALF_BITS = 9;
const HALF_SIZE = 1 << HALF_BITS;
const ROUNDS = 10;

/**
 * A keyed permutation of 0 .. 131,071: the n-th credential of a list gets an index that tells nobody n, no index comes
 * twice, and nothing has to be remembered but the counter (Bitstring Status List 1.0 section 5.2, "random index").
 *
 * It is a Feistel network over 18 bits, so a permutation whatever its round functions are; walking the cycle until the
 * value is below 2^17 keeps it one on the smaller set. The round functions are tables filled by AES-256-CTR under the key.
 * `key`: 32 bytes, a secret of the list.
 */
export function statusIndexes(key: Uint8Array): (counter: number) => number {
  const rounds = roundTables(key);
  const permute = (value: number): number => {
    let left = value >>> HALF_BITS;
    let right = value & (HALF_SIZE - 1);
    for (const table of rounds) [left, right] = [right, left ^ ((table[right] ?? 0) & (HALF_SIZE - 1))];
    return (left << HALF_BITS) | right;
  };
  return (counter) => {
    if (!Number.isInteger(counter) || counter < 0 || counter >= STATUS_LIST_LENGTH) {
      throw new CredentialError('status-index-out-of-range', `a status list has no place ${counter}`);
    }
    let index = permute(counter);
    while (index >= STATUS_LIST_LENGTH) index = permute(index);
    return index;
  };
}

/** The index of the `counter`-th credential under a list's key; for many of one list, keep `statusIndexes(key)`. */
export const statusIndex = (key: Uint8Array, counter: number): number => statusIndexes(key)(counter);

function roundTables(key: Uint8Array): Uint16Array[] {
  if (key.length !== 32) throw new CredentialError('invalid-key', `the key of a status list has 32 bytes, not ${key.length}`);
  const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(ROUNDS * HALF_SIZE * 2));
  return Array.from({ length: ROUNDS }, (_, round) => {
    const table = new Uint16Array(HALF_SIZE);
    for (let at = 0; at < HALF_SIZE; at += 1) table[at] = stream.readUInt16LE((round * HALF_SIZE + at) * 2);
    return table;
  });
}
