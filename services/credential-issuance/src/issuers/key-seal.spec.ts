import { describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { KeySeal } from './key-seal.js';

const secret = Buffer.from('a private key');

describe('a sealed secret', () => {
  const key = randomBytes(32);
  const sealed = new KeySeal(key).seal(secret, 'key-1');

  test('opens under its key and id, and does not show what it holds', () => {
    expect(new KeySeal(key).open(sealed, 'key-1')).toEqual(secret);
    expect(sealed.includes(secret)).toBe(false);
  });

  test('does not open for another id', () => {
    expect(() => new KeySeal(key).open(sealed, 'key-2')).toThrow();
  });

  test('does not open under another key', () => {
    expect(() => new KeySeal(randomBytes(32)).open(sealed, 'key-1')).toThrow();
  });

  test.each([...sealed.keys()])('does not open with byte %i changed', (at) => {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => new KeySeal(key).open(changed, 'key-1')).toThrow();
  });
});
