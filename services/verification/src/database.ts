import { messagingMigration } from '@laurel/messaging';
import { AccreditationTable, AchievementTable, IssuerTable, ProviderTable } from './copies/fact.table.js';
import { KnownAttestationTable } from './credentials/known-attestation.table.js';
import { KnownCredentialTable } from './credentials/known-credential.table.js';
import { Copies0001 } from './migrations/0001-copies.js';
import { Copies0002 } from './migrations/0002-keys-of-issuers.js';
import { Copies0003 } from './migrations/0003-attestations.js';

export const schema = 'verification';
export const entities = [ProviderTable, AccreditationTable, AchievementTable, IssuerTable, KnownCredentialTable, KnownAttestationTable];
export const migrations = [messagingMigration(schema), Copies0001, Copies0002, Copies0003];
