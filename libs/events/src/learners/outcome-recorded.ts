import { z } from 'zod';
import { defineEvent } from '../envelope.js';
import { Credits, Hours } from '../registry/achievement-published.js';
import { CalendarDate, Id, Instant, Name } from '../text.js';
import { topics } from '../topics.js';
import { Evidence } from '../vocabulary/evidence.js';
import { Result } from '../vocabulary/result.js';

/** What a provider states of a learning outcome, without the learner: the part that becomes the credential. */
export const OutcomeStatement = z.object({
  externalId: Name,
  achievementId: Id,
  achievedOn: CalendarDate,
  result: Result.optional(),
  evidence: z.array(Evidence).min(1).max(20).optional(),
  hours: Hours.optional(),
  credits: Credits.optional(),
});
export type OutcomeStatement = z.infer<typeof OutcomeStatement>;

/** Open Badges 3.0 IdentityObject, made where the e-mail is known: `sha256$` and the hex digest of address and salt. */
export const HashedIdentity = z.object({ identityHash: z.string().regex(/^sha256\$[0-9a-f]{64}$/), salt: z.string().min(16).max(64) });
export type HashedIdentity = z.infer<typeof HashedIdentity>;

export const RecordedOutcome = OutcomeStatement.extend({
  outcomeId: Id,
  /** 1, and one more for each resubmission after a refusal. */
  attempt: z.int().min(1),
  providerId: Id,
  learnerId: Id,
  /** The subject id of the learner's credentials, `urn:uuid:`: random, and not the learner's id. */
  subjectId: z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/),
  identity: HashedIdentity.optional(),
  recordedAt: Instant,
});
export type RecordedOutcome = z.infer<typeof RecordedOutcome>;

export const outcomeRecorded = defineEvent({
  type: 'laurel.outcome.recorded.v1', source: 'learner-records', topic: topics.outcome,
  summary: 'A provider submitted an outcome, or resubmitted one that had been refused.', data: RecordedOutcome,
});
