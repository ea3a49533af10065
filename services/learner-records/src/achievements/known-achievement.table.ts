import { column } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { KnownAchievement } from './known-achievement.js';

export const KnownAchievementTable = new EntitySchema<KnownAchievement>({
  name: 'known_achievements',
  columns: { id: column('uuid', { primary: true }), providerId: column('uuid', { name: 'provider_id' }) },
});
