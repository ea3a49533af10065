import { column, instant } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { AccreditationFact, AchievementFact, ProviderFact, RevokedClient, WithdrawnGrant } from './fact.js';

export const ProviderTable = new EntitySchema<ProviderFact>({
  name: 'providers',
  columns: { id: column('uuid', { primary: true }), version: column('int'), fact: column('jsonb') },
});

export const AccreditationTable = new EntitySchema<AccreditationFact>({
  name: 'accreditations',
  columns: { id: column('uuid', { primary: true }), version: column('int'), providerId: column('uuid', { name: 'provider_id' }), fact: column('jsonb') },
});

export const AchievementTable = new EntitySchema<AchievementFact>({
  name: 'achievements',
  columns: { id: column('uuid', { primary: true }), version: column('int', { primary: true }), fact: column('jsonb') },
});

export const RevokedClientTable = new EntitySchema<RevokedClient>({
  name: 'revoked_clients',
  columns: {
    clientId: column('uuid', { name: 'client_id', primary: true }),
    providerId: column('uuid', { name: 'provider_id' }),
    revokedAt: instant({ name: 'revoked_at' }),
  },
});

export const WithdrawnGrantTable = new EntitySchema<WithdrawnGrant>({
  name: 'withdrawn_grants',
  columns: {
    grantId: column('uuid', { name: 'grant_id', primary: true }),
    learnerId: column('uuid', { name: 'learner_id' }),
    walletId: column('uuid', { name: 'wallet_id' }),
    withdrawnAt: instant({ name: 'withdrawn_at' }),
  },
});
