import type { Achievement } from '@laurel/events';
import { column, instant } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';

const optionalJson = () => column('jsonb', { nullable: true });

export const AchievementTable = new EntitySchema<Achievement>({
  name: 'achievements',
  columns: {
    id: column('uuid', { primary: true }),
    version: column('int', { primary: true }),
    providerId: column('uuid', { name: 'provider_id' }),
    name: column('text'),
    description: column('text'),
    criteria: column('jsonb'),
    achievementType: column('text', { name: 'achievement_type' }),
    formOfLearning: column('text', { name: 'form_of_learning' }),
    setting: column('text'),
    assessment: optionalJson(),
    credits: column('float8', { nullable: true }),
    hours: column('float8', { nullable: true }),
    level: column('int', { nullable: true }),
    fields: optionalJson(),
    alignments: optionalJson(),
    image: column('text', { nullable: true }),
    languages: optionalJson(),
    validFor: column('text', { name: 'valid_for', nullable: true }),
    tags: optionalJson(),
    publishedAt: instant({ name: 'published_at' }),
  },
});
