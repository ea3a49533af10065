import type { Answer } from '../connection/pinned-get.js';

type Headers = Answer['headers'];

/** Longest that a document is kept, and how long one that says nothing about it, in seconds. */
const [LONGEST, USUAL] = [3_600, 60];

/**
 * For how many seconds an answer stays fresh by its own words, one hour at most (RFC 9111 sections 4.2 and 5.2.2, as a shared
 * cache): 0 where it must not be kept, or asked about each time.
 */
export function freshFor(headers: Headers, now: Date): number {
  const directives = directivesOf(headers['cache-control'] ?? '');
  if (['no-store', 'no-cache', 'private'].some((name) => directives.has(name))) return 0;
  const seconds = directives.get('s-maxage') ?? directives.get('max-age') ?? expiresIn(headers, now) ?? USUAL;
  const age = Number(headers.age ?? 0) || 0;
  return Math.min(Math.max(seconds - age, 0), LONGEST);
}

/** The directives of Cache-Control with their seconds; one that stands twice counts at its shortest, one without a number as 0. */
function directivesOf(cacheControl: string): Map<string, number> {
  const directives = new Map<string, number>();
  for (const part of cacheControl.toLowerCase().split(',')) {
    const [name = '', value = ''] = part.trim().split('=', 2);
    const [, seconds = 0] = /^"?(\d+)"?$/.exec(value) ?? [];
    directives.set(name, Math.min(Number(seconds), directives.get(name) ?? Infinity));
  }
  return directives;
}

/** Against the sender's own clock where it tells the time; a date that cannot be read is one that is past (RFC 9111 section 5.3). */
function expiresIn({ expires, date }: Headers, now: Date): number | undefined {
  if (expires === undefined) return undefined;
  const seconds = (Date.parse(expires) - (Date.parse(date ?? '') || now.getTime())) / 1_000;
  return Number.isNaN(seconds) ? 0 : seconds;
}
