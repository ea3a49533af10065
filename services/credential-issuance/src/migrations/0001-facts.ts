import { ownedBy, secureTable } from '@laurel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const schema = 'credential_issuance';

const TABLES = [
  `create table credential_issuance.providers (id uuid primary key, version int not null, fact jsonb not null)`,
  `create table credential_issuance.accreditations (id uuid primary key, version int not null, provider_id uuid not null, fact jsonb not null)`,
  `create index accreditations_of_provider on credential_issuance.accreditations (provider_id)`,
  `create table credential_issuance.achievements (id uuid not null, version int not null, fact jsonb not null, primary key (id, version))`,
  `create table credential_issuance.revoked_clients (client_id uuid primary key, provider_id uuid not null, revoked_at timestamptz not null)`,
];

/** What is known from the registry's log. */
export class Issuance0001 implements MigrationInterface {
  readonly name = 'Issuance1000000000001';

  async up(session: QueryRunner): Promise<void> {
    const statements = [
      ...TABLES,
      ...secureTable(schema, 'providers', { select: ownedBy('id') }),
      ...secureTable(schema, 'accreditations'),
      ...secureTable(schema, 'achievements'),
      ...secureTable(schema, 'revoked_clients', { select: ownedBy('provider_id') }),
    ];
    for (const statement of statements) await session.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward; restore a backup to go back');
  }
}
