import { CredentialStatus, IssuedCredential, Name } from '@laurel/events';
import { z } from 'zod';

const { credentialId, outcomeId, providerId, learnerId, achievementId, achievementVersion, achievementName, accreditationId, issuedAt } = IssuedCredential.shape;

/** A credential with what is asked about it; the document is the very text that was signed. */
export const CredentialRow = z.object({
  id: credentialId,
  outcomeId, providerId, learnerId,
  externalId: Name,
  achievementId, achievementVersion, achievementName, accreditationId,
  status: CredentialStatus,
  /** Counts its events: 1 when issued, one more for each change of status. */
  version: z.int().min(1),
  issuedAt,
  /** Its place for good in this pair of status lists. */
  pairId: z.uuid(),
  statusIndex: z.int().min(0),
  document: z.string(),
});
export type CredentialRow = z.infer<typeof CredentialRow>;

/** A credential in a list. */
export const ListedCredential = CredentialRow.pick({ id: true, outcomeId: true, achievementId: true, status: true }).extend({
  externalId: Name.optional().meta({ description: 'the provider\'s own id of the outcome; shown to the provider only' }),
  issuedOn: z.iso.date(),
});
export type ListedCredential = z.infer<typeof ListedCredential>;
