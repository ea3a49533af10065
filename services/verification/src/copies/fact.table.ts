import { column } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { AccreditationFact, AchievementFact, IssuerFact, ProviderFact } from './fact.js';

const columns = { id: column('text', { primary: true }), version: column('int'), fact: column('jsonb') };

export const ProviderTable = new EntitySchema<ProviderFact>({ name: 'providers', columns });
export const AccreditationTable = new EntitySchema<AccreditationFact>({ name: 'accreditations', columns });
export const IssuerTable = new EntitySchema<IssuerFact>({ name: 'issuers', columns });
export const AchievementTable = new EntitySchema<AchievementFact>({ name: 'achievements', columns: { ...columns, version: column('int', { primary: true }) } });
