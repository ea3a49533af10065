import { column, instant } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { OutcomeRow } from './outcome.js';

export const OutcomeTable = new EntitySchema<OutcomeRow>({
  name: 'outcomes',
  columns: {
    id: column('uuid', { primary: true }),
    providerId: column('uuid', { name: 'provider_id' }),
    externalId: column('text', { name: 'external_id' }),
    learnerId: column('uuid', { name: 'learner_id' }),
    content: column('text'),
    contentHash: column('text', { name: 'content_hash' }),
    status: column('text'),
    version: column('int'),
    attempt: column('int'),
    recordedAt: instant({ name: 'recorded_at' }),
    credentialId: column('uuid', { name: 'credential_id', nullable: true }),
    refusal: column('jsonb', { nullable: true }),
    withdrawal: column('jsonb', { nullable: true }),
  },
});
