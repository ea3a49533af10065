import { z } from 'zod';
import { defineEvent } from '../envelope.js';
import { Id, Instant } from '../text.js';
import { topics } from '../topics.js';

/** Why an outcome does not become a credential. */
export const RefusalCode = z.enum(['unknown-achievement', 'foreign-achievement', 'provider-not-approved', 'provider-suspended', 'not-accredited', 'accreditation-lapsed']);
export type RefusalCode = z.infer<typeof RefusalCode>;

export const outcomeRefused = defineEvent({
  type: 'laurel.outcome.refused.v1', source: 'credential-issuance', topic: topics.credential,
  summary: 'An outcome does not become a credential, for a reason that the provider can act on.',
  data: z.object({ outcomeId: Id, attempt: z.int().min(1), providerId: Id, learnerId: Id, code: RefusalCode, detail: z.string().max(2_000), refusedAt: Instant }),
});
