import { canonicalJson } from '@laurel/credentials';
import { Id, Instant, OutcomeStatement, Reason, RefusalCode } from '@laurel/events';
import { PageQuery } from '@laurel/http';
import { requestProblem, type Problem } from '@laurel/runtime';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { LearnerReference } from '../learners/learner.js';

/** A provider states that a learner reached an achievement. */
export const RecordOutcome = z.strictObject(OutcomeStatement.shape).extend({ learner: LearnerReference });
export type RecordOutcome = z.infer<typeof RecordOutcome>;

/** Rows are validated one by one, so that a bad one spoils nothing. */
export const RecordOutcomes = z.strictObject({ outcomes: z.array(z.unknown()).min(1).max(1_000) });
export type RecordOutcomes = z.infer<typeof RecordOutcomes>;

export const OutcomeStatus = z.enum(['recorded', 'issued', 'refused', 'superseded', 'withdrawn']);
export type OutcomeStatus = z.infer<typeof OutcomeStatus>;

export const Refusal = z.object({ code: RefusalCode, detail: z.string(), refusedAt: Instant });
export const WithdrawOutcome = z.strictObject({ reason: Reason });
export type WithdrawOutcome = z.infer<typeof WithdrawOutcome>;
export const Withdrawal = z.object({ reason: Reason, withdrawnAt: Instant });

/** What became of a submitted outcome, with what was submitted. */
export const Outcome = RecordOutcome.extend({
  id: Id,
  providerId: Id,
  status: OutcomeStatus,
  recordedAt: Instant,
  credentialId: Id.optional(),
  refusal: Refusal.optional(),
  withdrawal: Withdrawal.optional(),
  supersededBy: Id.optional(),
  supersedes: Id.optional(),
});
export type Outcome = z.infer<typeof Outcome>;

export const OutcomeRow = Outcome.pick({ id: true, providerId: true, status: true, recordedAt: true, credentialId: true, refusal: true, withdrawal: true, externalId: true }).extend({
  learnerId: Id,
  /** The submitted outcome in canonical JSON. */
  content: z.string(),
  contentHash: z.string(),
  version: z.int().min(1),
  attempt: z.int().min(1),
});
export type OutcomeRow = z.infer<typeof OutcomeRow>;

export const OutcomeQuery = PageQuery.extend({ status: OutcomeStatus.optional(), externalId: z.string().max(200).optional() });
export type OutcomeQuery = z.infer<typeof OutcomeQuery>;

export const showOutcome = (row: OutcomeRow): Outcome => {
  const { id, providerId, status, recordedAt, credentialId, refusal, withdrawal } = row;
  const submitted: RecordOutcome = JSON.parse(row.content);
  return { ...submitted, id, providerId, status, recordedAt, credentialId, refusal, withdrawal };
};

/** One text for equal contents (RFC 8785: members in one order, arrays as they stand), and its digest. */
export function canonicalContent(outcome: RecordOutcome): { content: string; contentHash: string } {
  const content = canonicalJson(outcome);
  return { content, contentHash: createHash('sha256').update(content).digest('base64url') };
}

/** The easternmost time zone is 14 hours ahead: there it may be tomorrow already. */
const EARLIEST_MIDNIGHT = 14 * 60 * 60 * 1000;
const LARGEST_OUTCOME = 64 * 1024;

/** Why an outcome that fits the schema can still not be true. */
export function contradiction(outcome: RecordOutcome, content: string, now: Date): Problem | undefined {
  const latest = new Date(now.getTime() + EARLIEST_MIDNIGHT).toISOString().slice(0, 10);
  if (outcome.achievedOn > latest) {
    return requestProblem('validation-failed', `achievedOn ${outcome.achievedOn} has not come yet.`, { errors: [{ pointer: '/achievedOn', detail: 'must not lie after today' }] });
  }
  if (Buffer.byteLength(content) > LARGEST_OUTCOME) return requestProblem('validation-failed', 'One outcome is at most 64 kB.', { errors: [{ pointer: '', detail: 'must be at most 64 kB' }] });
  return undefined;
}
