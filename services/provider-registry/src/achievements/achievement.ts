import { Accreditation, Achievement, covers, Name } from '@laurel/events';
import { PageQuery } from '@laurel/http';
import { z } from 'zod';

/** What can be earned, as its provider publishes it; also the next version of it. */
export const PublishAchievement = z.strictObject(Achievement.omit({ id: true, version: true, providerId: true, publishedAt: true }).shape);
export type PublishAchievement = z.infer<typeof PublishAchievement>;

export const AchievementQuery = PageQuery.extend({ providerId: z.uuid().optional() });
export type AchievementQuery = z.infer<typeof AchievementQuery>;

/** An achievement with who offers it and who recognises that. */
export const RecognisedAchievement = Achievement.extend({
  provider: z.object({ id: z.uuid(), name: Name }),
  recognisedBy: z.array(Accreditation.pick({ accreditor: true, validFrom: true, validUntil: true })),
});
export type RecognisedAchievement = z.infer<typeof RecognisedAchievement>;

/** Adds who recognises an achievement: the accreditations of its provider that cover it and stand. */
export const recognised = (achievement: Achievement, name: string, accreditations: readonly Accreditation[]): RecognisedAchievement => ({
  ...achievement,
  provider: { id: achievement.providerId, name },
  recognisedBy: accreditations
    .filter(({ providerId, scope, withdrawnAt }) => providerId === achievement.providerId && withdrawnAt === undefined && covers(scope, achievement))
    .map(({ accreditor, validFrom, validUntil }) => ({ accreditor, validFrom, ...(validUntil === undefined ? {} : { validUntil }) })),
});
