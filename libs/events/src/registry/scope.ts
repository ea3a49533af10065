import { z } from 'zod';
import { AchievementType } from '../vocabulary/achievement-type.js';
import { FieldOfEducation } from '../vocabulary/field-of-education.js';
import { FormOfLearning } from '../vocabulary/form-of-learning.js';
import { Level } from '../vocabulary/level.js';
import type { Achievement } from './achievement-published.js';

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

/**
 * Whether an achievement lies inside a scope. An achievement of no stated field is in none, so leaving the field out
 * is no way around a limit; one of no stated level claims none, so no level limits it.
 */
export function covers(scope: Scope, achievement: Pick<Achievement, 'formOfLearning' | 'achievementType' | 'fields' | 'level'>): boolean {
  const { formsOfLearning, achievementTypes, fields, maxLevel } = scope;
  return (
    (formsOfLearning === undefined || formsOfLearning.includes(achievement.formOfLearning)) &&
    (achievementTypes === undefined || achievementTypes.includes(achievement.achievementType)) &&
    (fields === undefined || (achievement.fields ?? ['']).every((field) => fields.some((broader) => field.startsWith(broader)))) &&
    (maxLevel === undefined || achievement.level === undefined || achievement.level <= maxLevel)
  );
}
