import { messagingMigration } from '@laurel/messaging';
import { CredentialTable } from './credentials/credential.table.js';
import { AccreditationTable, AchievementTable, ProviderTable, RevokedClientTable, WithdrawnGrantTable } from './facts/fact.table.js';
import { IssuerTable, SigningKeyTable } from './issuers/issuer.table.js';
import { Issuance0001 } from './migrations/0001-facts.js';
import { Issuance0002 } from './migrations/0002-issuers.js';
import { Issuance0003 } from './migrations/0003-status-lists.js';
import { Issuance0004 } from './migrations/0004-credentials.js';
import { Issuance0005 } from './migrations/0005-key-types.js';
import { Issuance0006 } from './migrations/0006-attestations.js';
import { Issuance0007 } from './migrations/0007-withdrawn-grants.js';
import { RefusalTable, WaitingOutcomeTable, WithdrawalTable } from './outcomes/outcome.table.js';
import { StatusListPairTable, StatusListTable } from './status-lists/status-list.table.js';
import { AttestationTable } from './vc-api/attestation.table.js';

export const schema = 'credential_issuance';
export const entities = [
  ProviderTable, AccreditationTable, AchievementTable, RevokedClientTable, WithdrawnGrantTable, IssuerTable, SigningKeyTable,
  StatusListTable, StatusListPairTable, CredentialTable, WaitingOutcomeTable, RefusalTable, WithdrawalTable,
  AttestationTable,
];
export const migrations = [messagingMigration(schema), Issuance0001, Issuance0002, Issuance0003, Issuance0004, Issuance0005, Issuance0006, Issuance0007];
