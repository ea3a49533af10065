import { newId } from '@laurel/runtime';
import { describeTables, type TableCase } from '@laurel/testing';
import { CredentialRow } from './credentials/credential.js';
import { CredentialTable } from './credentials/credential.table.js';
import { entities, migrations, schema } from './database.js';
import { AccreditationFact, AchievementFact, ProviderFact, RevokedClient, WithdrawnGrant } from './facts/fact.js';
import { AccreditationTable, AchievementTable, ProviderTable, RevokedClientTable, WithdrawnGrantTable } from './facts/fact.table.js';
import { IssuerRow } from './issuers/issuer.js';
import { IssuerTable, SigningKeyTable } from './issuers/issuer.table.js';
import { SigningKey } from './issuers/signing-key.js';
import { Refusal, WaitingOutcome, Withdrawal } from './outcomes/outcome.js';
import { RefusalTable, WaitingOutcomeTable, WithdrawalTable } from './outcomes/outcome.table.js';
import { StatusList, StatusListPair } from './status-lists/status-list.js';
import { StatusListPairTable, StatusListTable } from './status-lists/status-list.table.js';
import { AttestationRow } from './vc-api/attestation.js';
import { AttestationTable } from './vc-api/attestation.table.js';

const NOW = '2026-11-24T09:00:00.000Z';
const [providerId, learnerId, achievementId, outcomeId, revocationList, suspensionList, pairId] = Array.from({ length: 7 }, newId) as [string, string, string, string, string, string, string];
const scope = { formsOfLearning: ['non-formal'], fields: ['09'] };
const provider = { id: providerId, name: 'Public library', setting: 'library', url: 'https://library.example', status: 'approved', changedAt: NOW };
const achievement = {
  id: achievementId, version: 2, providerId, name: 'First aid', description: 'Provides first aid.', criteria: { narrative: 'Shown in practice.' }, achievementType: 'Course',
  formOfLearning: 'non-formal', setting: 'library', publishedAt: NOW,
};
const outcome = {
  outcomeId, attempt: 1, providerId, learnerId, subjectId: `urn:uuid:${newId()}`, externalId: 'A-1', achievementId, achievedOn: '2026-06-01', hours: 16.5, recordedAt: NOW,
  evidence: [{ name: 'Photo', url: 'https://library.example/photo' }],
};
const key = `did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK`;
const list = { providerId, url: 'https://laurel.example/v1/status-lists/1', bits: Buffer.alloc(16_384, 5), document: '{"a": 1}', signedAt: NOW };

/** In the order in which they refer to each other. */
const TABLES: readonly TableCase[] = [
  [ProviderTable, ProviderFact, { id: providerId, version: 3, fact: provider }],
  [AccreditationTable, AccreditationFact, { id: newId(), version: 1, providerId, fact: { id: newId(), providerId, accreditor: { name: 'City' }, scope, validFrom: '2026-01-01' } }],
  [AchievementTable, AchievementFact, { id: achievementId, version: 2, fact: achievement }],
  [RevokedClientTable, RevokedClient, { clientId: newId(), providerId, revokedAt: NOW }],
  [WithdrawnGrantTable, WithdrawnGrant, { grantId: newId(), learnerId: newId(), walletId: newId(), withdrawnAt: NOW }],
  [IssuerTable, IssuerRow, { id: key, providerId, name: 'Public library', url: 'https://library.example', version: 1, keys: [{ id: `${key}#1`, publicKeyMultibase: key.slice(8), from: NOW }] }],
  [SigningKeyTable, SigningKey, { id: `${key}#1`, providerId, use: 'credentials', type: 'P-384', sealed: Buffer.from([0, 255, 1]), createdAt: NOW }],
  [StatusListTable, StatusList, { ...list, id: revocationList, purpose: 'revocation' }],
  [StatusListTable, StatusList, { ...list, id: suspensionList, purpose: 'suspension' }],
  [StatusListPairTable, StatusListPair, { id: pairId, providerId, origin: 'https://laurel.example', sealedKey: Buffer.alloc(60, 7), taken: 9, revocationList, suspensionList }],
  [CredentialTable, CredentialRow, {
    id: newId(), outcomeId, providerId, learnerId, externalId: 'A-1', achievementId, achievementVersion: 2, achievementName: 'First aid', accreditationId: newId(),
    status: 'active', version: 1, issuedAt: NOW, pairId, statusIndex: 131_071, document: '{"é": 1}',
  }],
  [WaitingOutcomeTable, WaitingOutcome, { outcomeId, attempt: 1, question: newId(), outcome, traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` }],
  [RefusalTable, Refusal, { outcomeId, attempt: 2, providerId, learnerId, code: 'not-accredited', detail: 'No accreditation.', refusedAt: NOW }],
  [AttestationTable, AttestationRow, {
    id: newId(), providerId, issuerId: key, credentialId: 'https://library.example/credentials/1', format: 'vc-jwt-es256', digest: 'ab'.repeat(32), status: 'suspended', version: 2, issuedAt: NOW,
    pairId, statusIndex: 131_070,
  }],
  [WithdrawalTable, Withdrawal, { outcomeId, providerId, learnerId, withdrawnAt: NOW }],
];

describeTables(schema, { entities, migrations }, TABLES);
