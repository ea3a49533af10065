import { column, instant } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { CredentialRow } from './credential.js';

export const CredentialTable = new EntitySchema<CredentialRow>({
  name: 'credentials',
  columns: {
    id: column('uuid', { primary: true }),
    outcomeId: column('uuid', { name: 'outcome_id' }),
    providerId: column('uuid', { name: 'provider_id' }),
    learnerId: column('uuid', { name: 'learner_id' }),
    externalId: column('text', { name: 'external_id' }),
    achievementId: column('uuid', { name: 'achievement_id' }),
    achievementVersion: column('int', { name: 'achievement_version' }),
    achievementName: column('text', { name: 'achievement_name' }),
    accreditationId: column('uuid', { name: 'accreditation_id' }),
    status: column('text'),
    version: column('int'),
    issuedAt: instant({ name: 'issued_at' }),
    pairId: column('uuid', { name: 'pair_id' }),
    statusIndex: column('int', { name: 'status_index' }),
    document: column('text'),
  },
});
