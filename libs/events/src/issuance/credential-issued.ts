import { z } from 'zod';
import { defineEvent } from '../envelope.js';
import { CalendarDate, Id, Instant, Name } from '../text.js';
import { topics } from '../topics.js';
import { FormOfLearning } from '../vocabulary/form-of-learning.js';
import { Level } from '../vocabulary/level.js';

/** How far a claim is backed; shown honestly on everything (product.md, trust ladder). */
export const Trust = z.enum(['self-asserted', 'endorsed', 'assessed', 'accredited']);
export type Trust = z.infer<typeof Trust>;

/** What stands about a credential outside the document itself. */
export const IssuedCredential = z.object({
  credentialId: Id,
  outcomeId: Id,
  providerId: Id,
  providerName: Name,
  learnerId: Id,
  issuerId: z.string().startsWith('did:'),
  achievementId: Id,
  achievementVersion: z.int().min(1),
  achievementName: Name,
  formOfLearning: FormOfLearning,
  level: Level.optional(),
  trust: Trust,
  accreditationId: Id,
  awardedOn: CalendarDate,
  issuedAt: Instant,
  validUntil: Instant.optional(),
});
export type IssuedCredential = z.infer<typeof IssuedCredential>;

export const credentialIssued = defineEvent({
  type: 'laurel.credential.issued.v1', source: 'credential-issuance', topic: topics.credential,
  summary: 'An outcome became a signed credential.', data: IssuedCredential,
});
