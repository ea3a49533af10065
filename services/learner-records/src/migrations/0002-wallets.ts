import { ownedBy, secureTable } from '@laurel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const schema = 'learner_records';

const TABLES = [
  `create table learner_records.wallets (id uuid primary key, secret_hash text not null, metadata jsonb not null, registered_at timestamptz not null)`,
  `create table learner_records.grants (
    id uuid primary key, wallet_id uuid not null constraint grants_wallet references learner_records.wallets,
    learner_id uuid not null constraint grants_learner references learner_records.learners,
    wallet_name text not null, wallet_url text not null, scopes jsonb not null, granted_at timestamptz not null, withdrawn_at timestamptz)`,
  `create index grants_of_learner on learner_records.grants (learner_id)`,
  `create table learner_records.authorization_codes (
    code_hash text primary key, grant_id uuid not null constraint authorization_codes_grant references learner_records.grants,
    redirect_uri text not null, challenge text not null, expires_at timestamptz not null, used_at timestamptz)`,
  `create table learner_records.refresh_tokens (
    token_hash text primary key, grant_id uuid not null constraint refresh_tokens_grant references learner_records.grants,
    expires_at timestamptz not null, used_at timestamptz)`,
];

/** Wallets that registered, what learners let them read, and the secrets by which they do, as hashes. */
export class Records0002 implements MigrationInterface {
  readonly name = 'Records1000000000002';

  async up(session: QueryRunner): Promise<void> {
    const statements = [
      ...TABLES,
      ...secureTable(schema, 'wallets'),
      ...secureTable(schema, 'grants', { select: ownedBy('learner_id') }),
      ...secureTable(schema, 'authorization_codes'),
      ...secureTable(schema, 'refresh_tokens'),
    ];
    for (const statement of statements) await session.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward; restore a backup to go back');
  }
}
