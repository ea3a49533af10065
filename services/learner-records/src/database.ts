import { messagingMigration } from '@laurel/messaging';
import { KnownAchievementTable } from './achievements/known-achievement.table.js';
import { IdentifierTable, LearnerTable } from './learners/learner.table.js';
import { Records0001 } from './migrations/0001-records.js';
import { Records0002 } from './migrations/0002-wallets.js';
import { OutcomeTable } from './outcomes/outcome.table.js';
import { SignInCodeTable } from './sign-in/sign-in-code.table.js';
import { RevocationTable } from './standing/revocation.table.js';
import { EntryTable } from './transcripts/entry.table.js';
import { AuthorizationCodeTable, GrantTable, RefreshTokenTable } from './wallets/grants/grant.table.js';
import { WalletTable } from './wallets/registration/wallet.table.js';

export const schema = 'learner_records';
export const entities = [LearnerTable, IdentifierTable, OutcomeTable, EntryTable, KnownAchievementTable, RevocationTable, SignInCodeTable, WalletTable, GrantTable, AuthorizationCodeTable, RefreshTokenTable];
export const migrations = [messagingMigration(schema), Records0001, Records0002];
