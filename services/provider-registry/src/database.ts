import { messagingMigration } from '@laurel/messaging';
import { AccreditationTable } from './accreditations/accreditation.table.js';
import { AchievementTable } from './achievements/achievement.table.js';
import { ClientTable } from './clients/client.table.js';
import { Registry0001 } from './migrations/0001-registry.js';
import { Registry0002 } from './migrations/0002-client-scopes.js';
import { DecisionTable, ProviderTable } from './providers/provider.table.js';

export const schema = 'provider_registry';
export const entities = [ProviderTable, DecisionTable, AccreditationTable, AchievementTable, ClientTable];
export const migrations = [messagingMigration(schema), Registry0001, Registry0002];
