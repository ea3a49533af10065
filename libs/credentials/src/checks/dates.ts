import type { JsonObject } from '../document/json.js';
import { DateTimeStamp } from '../proof/proof.js';
import type { Profile } from '../document/profile.js';
import { type Check, failed, passed, skipped } from './check.js';
import { isVersion1 } from '../document/credential.js';

/** How far an issuer's clock may be ahead of ours, in milliseconds. */
export const CLOCK_SKEW_MS = 60_000;

/** Does it hold at `now` (VC Data Model 2.0 section 4.9; 1.1 sections 4.5 and 4.6)? Of the proof alone that is not asked: are they dates, in their order? */
export function checkDates(document: JsonObject, now: Date, profile: Profile = 'full'): Check {
  const [from, until] = isVersion1(document) ? (['issuanceDate', 'expirationDate'] as const) : (['validFrom', 'validUntil'] as const);
  for (const member of [from, until]) {
    if (document[member] !== undefined && !DateTimeStamp.safeParse(document[member]).success) {
      return failed('dates', 'invalid-date', { member }, `/${member}`);
    }
  }
  const start = instant(document[from]) ?? -Infinity;
  const end = instant(document[until]) ?? Infinity;
  if (end < start) return failed('dates', 'invalid-period', { from, until }, `/${until}`);
  if (profile === 'proof-only') return skipped('dates', 'not-asked');
  if (start > now.getTime() + CLOCK_SKEW_MS) return failed('dates', 'not-yet-valid', { from: String(document[from]) }, `/${from}`);
  if (end < now.getTime()) return failed('dates', 'expired', { until: String(document[until]) }, `/${until}`);
  return end === Infinity ? passed('dates', 'valid-without-end') : passed('dates', 'valid-until', { until: String(document[until]) });
}

const instant = (value: unknown): number | undefined => (typeof value === 'string' ? Date.parse(value) : undefined);
