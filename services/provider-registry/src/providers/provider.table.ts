import { column, instant } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { Decision, ProviderRow } from './provider.js';

export const ProviderTable = new EntitySchema<ProviderRow>({
  name: 'providers',
  columns: {
    id: column('uuid', { primary: true }),
    name: column('text'),
    setting: column('text'),
    legalForm: column('text', { name: 'legal_form', nullable: true }),
    url: column('text', { nullable: true }),
    description: column('text', { nullable: true }),
    languages: column('jsonb', { nullable: true }),
    status: column('text'),
    email: column('text'),
    version: column('int'),
    appliedAt: instant({ name: 'applied_at' }),
    changedAt: instant({ name: 'changed_at' }),
  },
});

export const DecisionTable = new EntitySchema<Decision>({
  name: 'decisions',
  columns: {
    id: column('uuid', { primary: true }),
    providerId: column('uuid', { name: 'provider_id' }),
    decision: column('text'),
    reason: column('text', { nullable: true }),
    decidedAt: instant({ name: 'decided_at' }),
  },
});
