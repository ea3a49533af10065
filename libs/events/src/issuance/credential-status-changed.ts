import { z } from 'zod';
import { defineEvent } from '../envelope.js';
import { Id, Instant, Name } from '../text.js';
import { topics } from '../topics.js';

export const CredentialStatus = z.enum(['active', 'suspended', 'revoked', 'superseded']);
export type CredentialStatus = z.infer<typeof CredentialStatus>;

/** Why, as a code: the provider's own words may speak of a person and stay in learner-records. */
export const StatusReason = z.enum(['withdrawn-by-provider']);

export const credentialStatusChanged = defineEvent({
  type: 'laurel.credential.status-changed.v1', source: 'credential-issuance', topic: topics.credential,
  summary: 'A credential was revoked; later also suspended, reinstated or superseded.',
  data: z.object({
    credentialId: Id, outcomeId: Id, providerId: Id, providerName: Name, learnerId: Id, achievementName: Name,
    status: CredentialStatus, reason: StatusReason, changedBy: Name, changedAt: Instant,
  }),
});
