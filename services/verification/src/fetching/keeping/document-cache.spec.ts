import { describe, expect, it } from '@jest/globals';
import { DocumentCache } from './document-cache.js';

const at = (seconds: number) => new Date(seconds * 1_000);
const kept = (result: string, { askedAt = 0, freshUntil = 100, bytes = 10 } = {}) => ({ result, bytes, askedAt: at(askedAt), freshUntil: at(freshUntil) });
const cacheOf = (most = { documents: 3, bytes: 100 }) => new DocumentCache<string>(most);

describe('DocumentCache', () => {
  it.each([
    [99, undefined, 'a'],
    [100, undefined, undefined],
    [100, 10, 'a'],
    [100, 11, undefined],
    [129, 10, 'a'],
    [130, 10, undefined],
  ])('at %i s, for a question of %p, what was asked for at 10 s and fresh until 100 s is %p', (now, since, expected) => {
    const cache = cacheOf();
    cache.put('a', kept('a', { askedAt: 10 }));
    expect(cache.get('a', at(now), since === undefined ? undefined : at(since))).toBe(expected);
  });

  it('lets go of what was looked at longest ago, beyond a number', () => {
    const cache = cacheOf();
    for (const url of ['a', 'b', 'c']) cache.put(url, kept(url));
    cache.get('a', at(0));
    cache.put('d', kept('d'));
    expect(['a', 'b', 'c', 'd'].map((url) => cache.get(url, at(0)))).toEqual(['a', undefined, 'c', 'd']);
  });

  it('lets go beyond a size, and counts what was replaced or became old no more', () => {
    const cache = cacheOf();
    for (let round = 0; round < 5; round += 1) cache.put('a', kept('a', { bytes: 60 }));
    cache.put('b', kept('b', { bytes: 40 }));
    expect(cache.get('a', at(0))).toBe('a');
    expect(cache.get('a', at(200))).toBeUndefined();
    cache.put('c', kept('c', { bytes: 60 }));
    expect(['b', 'c'].map((url) => cache.get(url, at(0)))).toEqual(['b', 'c']);
    cache.put('d', kept('d', { bytes: 101 }));
    expect(['b', 'c', 'd'].map((url) => cache.get(url, at(0)))).toEqual([undefined, undefined, undefined]);
  });
});
