import { ownedBy, secureTable } from '@laurel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const schema = 'learner_records';

const TABLES = [
  `create table learner_records.learners (
    id uuid primary key, subject_id text not null constraint learners_subject unique, created_by uuid not null, created_at timestamptz not null)`,
  // key = kind, scope and value in one text: did:<did>, email:<address>, <provider>:<type>:<value>
  `create table learner_records.identifiers (
    key text primary key, learner_id uuid not null constraint identifiers_learner references learner_records.learners,
    added_by uuid not null, verified_at timestamptz)`,
  `create index identifiers_of_learner on learner_records.identifiers (learner_id)`,
  `create table learner_records.outcomes (
    id uuid primary key, provider_id uuid not null, external_id text not null,
    learner_id uuid not null constraint outcomes_learner references learner_records.learners,
    content text not null, content_hash text not null, status text not null, version int not null, attempt int not null, recorded_at timestamptz not null,
    credential_id uuid, refusal jsonb, withdrawal jsonb, constraint outcomes_external_id unique (provider_id, external_id))`,
  `alter table learner_records.outcomes alter column content set storage external`,
  `create index outcomes_of_provider on learner_records.outcomes (provider_id, id)`,
  `create table learner_records.entries (
    credential_id uuid primary key, learner_id uuid not null, outcome_id uuid not null, provider_id uuid not null, provider_name text not null,
    achievement_id uuid not null, achievement_version int not null, achievement_name text not null, form_of_learning text not null, level int,
    trust text not null, status text not null, awarded_on date not null, issued_at timestamptz not null, valid_until timestamptz,
    status_changed_at timestamptz, status_changed_by text, reason text)`,
  `create index entries_of_learner on learner_records.entries (learner_id, awarded_on desc, credential_id desc)`,
  `create table learner_records.known_achievements (id uuid primary key, provider_id uuid not null)`,
  // a deleted client or a suspended provider, by its id; a reinstated provider's row goes again
  `create table learner_records.revocations (id uuid primary key, version int not null, stands boolean not null)`,
  `create table learner_records.sign_in_codes (
    id uuid primary key, email text not null, code_hash text not null, learner_id uuid, created_at timestamptz not null,
    expires_at timestamptz not null, tries int not null, used_at timestamptz)`,
  `create index sign_in_codes_of_email on learner_records.sign_in_codes (email, id desc)`,
];

export class Records0001 implements MigrationInterface {
  readonly name = 'Records1000000000001';

  async up(session: QueryRunner): Promise<void> {
    const statements = [
      ...TABLES,
      ...secureTable(schema, 'learners'),
      ...secureTable(schema, 'identifiers'),
      ...secureTable(schema, 'outcomes', { select: ownedBy('provider_id'), update: ownedBy('provider_id') }),
      ...secureTable(schema, 'entries', { select: ownedBy('learner_id') }),
      ...secureTable(schema, 'known_achievements'),
      ...secureTable(schema, 'revocations'),
      ...secureTable(schema, 'sign_in_codes'),
    ];
    for (const statement of statements) await session.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward; restore a backup to go back');
  }
}
