import type { ClrFacts } from '../clr/build-clr-credential.js';
import type { JsonObject } from '../document/json.js';
import { libraryCourse } from './library-course.js';

/** A learner record around these parts, in the name of the library that also gave the course. */
export function learnerRecord(parts: readonly (JsonObject | string)[], change: Partial<ClrFacts> = {}): ClrFacts {
  const { issuer, subject, validFrom, status } = libraryCourse();
  return { credentialId: '01936000-0000-7000-8000-0000000000c1', issuer, subject, name: 'Learner record', parts, partial: false, validFrom, status: { ...status, index: 90_211 }, ...change };
}
