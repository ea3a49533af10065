import { BY_ANYONE, secureTable } from '@laurel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const schema = 'credential_issuance';

const TABLES = [
  `create table credential_issuance.issuers (
    provider_id uuid primary key, did text not null, name text not null, url text, keys jsonb not null, version int not null)`,
  `create table credential_issuance.signing_keys (
    id text primary key, provider_id uuid not null constraint signing_keys_issuer references credential_issuance.issuers,
    use text not null, sealed bytea not null, created_at timestamptz not null)`,
  `create index signing_keys_of_issuer on credential_issuance.signing_keys (provider_id)`,
];

/** Who signs. Public keys are for anyone; the sealed private ones are out of reach of every request. */
export class Issuance0002 implements MigrationInterface {
  readonly name = 'Issuance1000000000002';

  async up(session: QueryRunner): Promise<void> {
    const statements = [...TABLES, ...secureTable(schema, 'issuers', { select: BY_ANYONE }), ...secureTable(schema, 'signing_keys')];
    for (const statement of statements) await session.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward; restore a backup to go back');
  }
}
