import { BY_ANYONE, secureTable } from '@laurel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const schema = 'verification';

const TABLES = [
  `create table verification.providers (id text primary key, version int not null, fact jsonb not null)`,
  `create table verification.accreditations (id text primary key, version int not null, fact jsonb not null)`,
  `create index accreditations_of_provider on verification.accreditations ((fact->>'providerId'))`,
  `create table verification.achievements (id text not null, version int not null, fact jsonb not null, primary key (id, version))`,
  `create table verification.issuers (id text primary key, version int not null, fact jsonb not null)`,
  `create table verification.credentials (
    id uuid primary key, issuer_id text not null, provider_id uuid not null, achievement_id uuid not null, achievement_version int not null,
    accreditation_id uuid not null, trust text not null, awarded_on date not null, issued_at timestamptz not null,
    status text not null, reason text, changed_by text, changed_at timestamptz, version int not null)`,
];

export class Copies0001 implements MigrationInterface {
  readonly name = 'Copies1000000000001';

  /** Anybody may check, so requests read all of it; there is nobody's name in it. */
  async up(session: QueryRunner): Promise<void> {
    const tables = ['providers', 'accreditations', 'achievements', 'issuers', 'credentials'];
    for (const statement of [...TABLES, ...tables.flatMap((table) => secureTable(schema, table, { select: BY_ANYONE }))]) await session.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward; restore a backup to go back');
  }
}
