import { z } from 'zod';

/** Whose an achievement is: enough to refuse an outcome for somebody else's at once. */
export const KnownAchievement = z.object({ id: z.uuid(), providerId: z.uuid() });
export type KnownAchievement = z.infer<typeof KnownAchievement>;
