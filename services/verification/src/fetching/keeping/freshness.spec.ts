import { expect, it } from '@jest/globals';
import { freshFor } from './freshness.js';

const NOW = new Date('2026-11-24T09:00:00Z');
const date = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000).toUTCString();

it.each([
  [{}, 60],
  [{ 'cache-control': 'public' }, 60],
  [{ 'cache-control': 'max-age=300' }, 300],
  [{ 'cache-control': 'Public, Max-Age="300"' }, 300],
  [{ 'cache-control': 'max-age=300', age: '100' }, 200],
  [{ 'cache-control': 'max-age=300', age: '400' }, 0],
  [{ 'cache-control': 'max-age=300, s-maxage=20' }, 20],
  [{ 'cache-control': 'max-age=300, max-age=20' }, 20],
  [{ 'cache-control': 'max-age=-1' }, 0],
  [{ 'cache-control': 'max-age=soon' }, 0],
  [{ 'cache-control': 'max-age=31536000' }, 3_600],
  [{ 'cache-control': 'no-store' }, 0],
  [{ 'cache-control': 'max-age=300, no-cache' }, 0],
  [{ 'cache-control': 'private, max-age=300' }, 0],
  [{ 'cache-control': 'max-age=300', expires: date(-10) }, 300],
  [{ expires: date(120) }, 120],
  [{ expires: date(120), date: date(60) }, 60],
  [{ expires: date(-120) }, 0],
  [{ expires: '0' }, 0],
  [{ expires: date(86_400) }, 3_600],
])('%j is fresh for %i s', (headers, seconds) => expect(freshFor(headers, NOW)).toBe(seconds));
