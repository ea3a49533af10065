import { z } from 'zod';
import { defineEvent } from '../envelope.js';
import { CalendarDate, Id, Instant, Name, WebUrl } from '../text.js';
import { topics } from '../topics.js';
import { AchievementType } from '../vocabulary/achievement-type.js';
import { FieldOfEducation } from '../vocabulary/field-of-education.js';
import { FormOfLearning } from '../vocabulary/form-of-learning.js';
import { Level } from '../vocabulary/level.js';

/** What a provider is recognised for; a member that is left out is no limit. */
export const Scope = z.object({
  formsOfLearning: z.array(FormOfLearning).min(1).max(3).optional(),
  achievementTypes: z.array(AchievementType).min(1).max(100).optional(),
  /** ISCED-F codes; each covers what is below it: `07` covers `0715`. */
  fields: z.array(FieldOfEducation).min(1).max(200).optional(),
  /** Highest EQF level. */
  maxLevel: Level.optional(),
});
export type Scope = z.infer<typeof Scope>;

/** Who recognises a provider for what, from when to when (both days included). */
export const Accreditation = z.object({
  id: Id,
  providerId: Id,
  accreditor: z.object({ name: Name, url: WebUrl.optional() }),
  scope: Scope,
  validFrom: CalendarDate,
  validUntil: CalendarDate.optional(),
  withdrawnAt: Instant.optional(),
});
export type Accreditation = z.infer<typeof Accreditation>;

export const accreditationChanged = defineEvent({
  type: 'laurel.accreditation.changed.v1', source: 'provider-registry', topic: topics.registry,
  summary: 'A provider was accredited, or an accreditation was withdrawn.', data: Accreditation,
});
