import { CalendarDate, CredentialStatus, FormOfLearning, Id, Instant, IssuedCredential, Level, Name, Reason, Trust } from '@laurel/events';
import { z } from 'zod';

/** One line of a learner's lifelong record. */
export const Entry = z.object({
  credentialId: Id,
  outcomeId: Id,
  achievement: z.object({ id: Id, version: z.int(), name: Name }),
  formOfLearning: FormOfLearning,
  level: Level.optional(),
  provider: z.object({ id: Id, name: Name }),
  trust: Trust,
  status: CredentialStatus,
  awardedOn: CalendarDate,
  issuedAt: Instant,
  validUntil: Instant.optional(),
  /** Who changed the status, when, and what they said; left out while it is active. */
  statusChange: z.object({ at: Instant, by: Name, reason: Reason.optional() }).optional(),
});
export type Entry = z.infer<typeof Entry>;

export const EntryRow = IssuedCredential.pick({
  credentialId: true, outcomeId: true, learnerId: true, providerId: true, providerName: true, achievementId: true, achievementVersion: true,
  achievementName: true, formOfLearning: true, level: true, trust: true, awardedOn: true, issuedAt: true, validUntil: true,
}).extend({ status: CredentialStatus, statusChangedAt: Instant.optional(), statusChangedBy: Name.optional(), reason: Reason.optional() });
export type EntryRow = z.infer<typeof EntryRow>;

export const showEntry = (row: EntryRow): Entry => {
  const { credentialId, outcomeId, formOfLearning, level, trust, status, awardedOn, issuedAt, validUntil } = row;
  return {
    credentialId, outcomeId, formOfLearning, level, trust, status, awardedOn, issuedAt, validUntil,
    achievement: { id: row.achievementId, version: row.achievementVersion, name: row.achievementName },
    provider: { id: row.providerId, name: row.providerName },
    ...(row.statusChangedAt && row.statusChangedBy ? { statusChange: { at: row.statusChangedAt, by: row.statusChangedBy, reason: row.reason } } : {}),
  };
};
