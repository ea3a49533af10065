import { CredentialStatus, Id, Instant, IssuedCredential, Name, StatusReason } from '@laurel/events';
import { z } from 'zod';

/** What is known of a credential of ours outside the document: under what it was issued, and how it stands. Nothing of the learner. */
export const KnownCredential = IssuedCredential.pick({
  issuerId: true, providerId: true, achievementId: true, achievementVersion: true, accreditationId: true, trust: true, awardedOn: true, issuedAt: true,
}).extend({
  id: Id,
  status: CredentialStatus,
  reason: StatusReason.optional(),
  changedBy: Name.optional(),
  changedAt: Instant.optional(),
  version: z.int().min(1),
});
export type KnownCredential = z.infer<typeof KnownCredential>;
