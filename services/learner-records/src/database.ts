import { messagingMigration } from '@laurel/messaging';
import { KnownAchievementTable } from './achievements/known-achievement.table.js';
import { IdentifierTable, LearnerTable } from './learners/learner.table.js';
import { Records0001 } from './migrations/0001-records.js';
import { OutcomeTable } from './outcomes/outcome.table.js';
import { SignInCodeTable } from './sign-in/sign-in-code.table.js';
import { RevocationTable } from './standing/revocation.table.js';
import { EntryTable } from './transcripts/entry.table.js';

export const schema = 'learner_records';
export const entities = [LearnerTable, IdentifierTable, OutcomeTable, EntryTable, KnownAchievementTable, RevocationTable, SignInCodeTable];
export const migrations = [messagingMigration(schema), Records0001];
