import { column, instant } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { EntryRow } from './entry.js';

export const EntryTable = new EntitySchema<EntryRow>({
  name: 'entries',
  columns: {
    credentialId: column('uuid', { name: 'credential_id', primary: true }),
    outcomeId: column('uuid', { name: 'outcome_id' }),
    learnerId: column('uuid', { name: 'learner_id' }),
    providerId: column('uuid', { name: 'provider_id' }),
    providerName: column('text', { name: 'provider_name' }),
    achievementId: column('uuid', { name: 'achievement_id' }),
    achievementVersion: column('int', { name: 'achievement_version' }),
    achievementName: column('text', { name: 'achievement_name' }),
    formOfLearning: column('text', { name: 'form_of_learning' }),
    level: column('int', { nullable: true }),
    trust: column('text'),
    status: column('text'),
    awardedOn: column('date', { name: 'awarded_on' }),
    issuedAt: instant({ name: 'issued_at' }),
    validUntil: instant({ name: 'valid_until', nullable: true }),
    statusChangedAt: instant({ name: 'status_changed_at', nullable: true }),
    statusChangedBy: column('text', { name: 'status_changed_by', nullable: true }),
    reason: column('text', { nullable: true }),
  },
});
