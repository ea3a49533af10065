import { z } from 'zod';
import { defineEvent } from '../envelope.js';
import { Description, Id, Instant, Language, Name, Narrative, WebUrl } from '../text.js';
import { topics } from '../topics.js';
import { AchievementType } from '../vocabulary/achievement-type.js';
import { Alignment } from '../vocabulary/alignment.js';
import { AssessmentMethod } from '../vocabulary/assessment-method.js';
import { FieldOfEducation } from '../vocabulary/field-of-education.js';
import { FormOfLearning } from '../vocabulary/form-of-learning.js';
import { Level } from '../vocabulary/level.js';
import { Setting } from '../vocabulary/setting.js';

/** ISO 8601-1 section 5.5.2, whole years, months, weeks and days: `P2Y`, `P18M`, `P6W`. */
export const ValidityPeriod = z.string().regex(/^P(?=\d)(\d{1,3}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?$/, 'must be an ISO 8601 duration in years, months, weeks or days, such as P2Y');

/** Hours of learning. */
export const Hours = z.number().positive().max(100_000);
/** Credit points, ECTS where the learning is formal. */
export const Credits = z.number().positive().max(10_000);

/** What can be earned, in one version. What was earned under a version stays what it was. */
export const Achievement = z.object({
  id: Id,
  version: z.int().min(1),
  providerId: Id,
  name: Name,
  description: Description,
  /** Open Badges 3.0 Criteria: words, or the URL of a page with them. */
  criteria: z.union([z.strictObject({ narrative: Narrative, id: WebUrl.optional() }), z.strictObject({ id: WebUrl })], { error: 'needs a narrative, the URL of a page with them as id, or both' }),
  achievementType: AchievementType,
  formOfLearning: FormOfLearning,
  setting: Setting,
  assessment: z.strictObject({ method: AssessmentMethod }).optional(),
  credits: Credits.optional(),
  hours: Hours.optional(),
  level: Level.optional(),
  fields: z.array(FieldOfEducation).min(1).max(20).optional(),
  alignments: z.array(Alignment).min(1).max(50).optional(),
  image: WebUrl.optional(),
  languages: z.array(Language).min(1).max(20).optional(),
  validFor: ValidityPeriod.optional(),
  tags: z.array(Name).min(1).max(50).optional(),
  publishedAt: Instant,
});
export type Achievement = z.infer<typeof Achievement>;

export const achievementPublished = defineEvent({
  type: 'laurel.achievement.published.v1', source: 'provider-registry', topic: topics.registry,
  summary: 'A version of an achievement can be earned from now on.', data: Achievement,
});
