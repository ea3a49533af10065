import { READ_CREDENTIALS } from '@laurel/http';
import { newId } from '@laurel/runtime';
import { describeTables } from '@laurel/testing';
import { KnownAchievement } from './achievements/known-achievement.js';
import { KnownAchievementTable } from './achievements/known-achievement.table.js';
import { entities, migrations, schema } from './database.js';
import { Identifier, Learner } from './learners/learner.js';
import { IdentifierTable, LearnerTable } from './learners/learner.table.js';
import { OutcomeRow } from './outcomes/outcome.js';
import { OutcomeTable } from './outcomes/outcome.table.js';
import { SignInCode } from './sign-in/sign-in-code.js';
import { SignInCodeTable } from './sign-in/sign-in-code.table.js';
import { Revocation } from './standing/revocation.js';
import { RevocationTable } from './standing/revocation.table.js';
import { EntryRow } from './transcripts/entry.js';
import { EntryTable } from './transcripts/entry.table.js';
import { AuthorizationCode, Grant, RefreshToken } from './wallets/grants/grant.js';
import { AuthorizationCodeTable, GrantTable, RefreshTokenTable } from './wallets/grants/grant.table.js';
import { Wallet } from './wallets/registration/wallet.js';
import { WalletTable } from './wallets/registration/wallet.table.js';

const [learnerId, providerId, walletId, grantId, at] = [newId(), newId(), newId(), newId(), '2026-11-24T09:00:00.123Z'];
const metadata = {
  client_name: 'x', client_uri: 'https://wallet.example', logo_uri: 'https://wallet.example/x', tos_uri: 'https://wallet.example/x', policy_uri: 'https://wallet.example/x', software_id: 'x', software_version: '1',
  redirect_uris: ['https://wallet.example/back'], scope: READ_CREDENTIALS, token_endpoint_auth_method: 'client_secret_basic', grant_types: ['authorization_code'], response_types: ['code'],
};

describeTables(schema, { entities, migrations }, [
  [LearnerTable, Learner, { id: learnerId, subjectId: 'urn:uuid:9f1b5c6e-5df3-4b8e-9a3a-1f2e3d4c5b6a', createdBy: providerId, createdAt: at }],
  [IdentifierTable, Identifier, { key: 'email:x@example.org', learnerId, addedBy: providerId, verifiedAt: at }],
  [IdentifierTable, Identifier, { key: 'email:y@example.org', learnerId, addedBy: providerId }],
  [OutcomeTable, OutcomeRow, {
    id: newId(), providerId, externalId: 'ä-1', learnerId, content: '{"é":1}', contentHash: 'h', status: 'refused', version: 4, attempt: 2, recordedAt: at, credentialId: newId(),
    refusal: { code: 'not-accredited', detail: 'x', refusedAt: at }, withdrawal: { reason: 'x', withdrawnAt: at },
  }],
  [EntryTable, EntryRow, {
    credentialId: newId(), outcomeId: newId(), learnerId, providerId, providerName: 'Library', achievementId: newId(), achievementVersion: 2, achievementName: 'x', formOfLearning: 'informal', level: 3,
    trust: 'accredited', status: 'revoked', awardedOn: '2026-02-28', issuedAt: at, validUntil: at, statusChangedAt: at, statusChangedBy: 'Library', reason: 'x',
  }],
  [KnownAchievementTable, KnownAchievement, { id: newId(), providerId }],
  [RevocationTable, Revocation, { id: newId(), version: 3, stands: false }],
  [WalletTable, Wallet, { id: walletId, secretHash: 'h', metadata, registeredAt: at }],
  [GrantTable, Grant, { id: grantId, walletId, learnerId, walletName: 'x', walletUrl: 'https://wallet.example', scopes: [READ_CREDENTIALS, 'offline_access'], grantedAt: at, withdrawnAt: at }],
  [AuthorizationCodeTable, AuthorizationCode, { codeHash: 'h', grantId, redirectUri: 'https://wallet.example/back', challenge: 'c', expiresAt: at, usedAt: at }],
  [RefreshTokenTable, RefreshToken, { tokenHash: 'h', grantId, expiresAt: at, usedAt: at }],
  [SignInCodeTable, SignInCode, { id: newId(), email: 'x@example.org', codeHash: 'h', learnerId, createdAt: at, expiresAt: at, tries: 1, usedAt: at }],
]);
