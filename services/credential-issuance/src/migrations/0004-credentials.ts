import { ownedBy, secureTable } from '@laurel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const schema = 'credential_issuance';

/** Documents stay outside the row and uncompressed: nothing searches them, and compressing is what issuing would wait for. */
const TABLES = [
  `create table credential_issuance.credentials (
    id uuid primary key, outcome_id uuid not null constraint credentials_outcome unique, provider_id uuid not null, learner_id uuid not null,
    external_id text not null, achievement_id uuid not null, achievement_version int not null, achievement_name text not null,
    accreditation_id uuid not null, status text not null, version int not null, issued_at timestamptz not null,
    pair_id uuid not null, status_index int not null,
    document text not null, constraint credentials_place unique (pair_id, status_index))`,
  `alter table credential_issuance.credentials alter column document set storage external`,
  `create index credentials_of_learner on credential_issuance.credentials (learner_id, id)`,
  `create index credentials_of_provider on credential_issuance.credentials (provider_id, id)`,
  `create table credential_issuance.waiting_outcomes (
    outcome_id uuid primary key, attempt int not null, question uuid not null, outcome jsonb not null, traceparent text)`,
  `create index waiting_outcomes_of_question on credential_issuance.waiting_outcomes (question)`,
  `create table credential_issuance.refusals (
    outcome_id uuid primary key, attempt int not null, provider_id uuid not null, learner_id uuid not null,
    code text not null, detail text not null, refused_at timestamptz not null)`,
  `create table credential_issuance.withdrawals (
    outcome_id uuid primary key, provider_id uuid not null, learner_id uuid not null, withdrawn_at timestamptz not null)`,
];

/** Credentials, and the outcomes that are none: because they wait, were refused, or were withdrawn. */
export class Issuance0004 implements MigrationInterface {
  readonly name = 'Issuance1000000000004';

  async up(session: QueryRunner): Promise<void> {
    const statements = [
      ...TABLES,
      ...secureTable(schema, 'credentials', { select: `${ownedBy('learner_id')} or ${ownedBy('provider_id')}` }),
      ...secureTable(schema, 'waiting_outcomes'),
      ...secureTable(schema, 'refusals'),
      ...secureTable(schema, 'withdrawals'),
    ];
    for (const statement of statements) await session.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward; restore a backup to go back');
  }
}
