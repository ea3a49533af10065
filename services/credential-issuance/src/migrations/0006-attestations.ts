import { ownedBy, secureTable } from '@laurel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const schema = 'credential_issuance';

const TABLES = [
  `create table credential_issuance.attestations (
    id uuid primary key, provider_id uuid not null, issuer_id text not null, credential_id text not null, format text not null, digest text not null,
    status text not null, version int not null, issued_at timestamptz not null, pair_id uuid, status_index int,
    constraint attestations_place unique (pair_id, status_index))`,
  `create index attestations_by_credential on credential_issuance.attestations (provider_id, credential_id)`,
];

/** Credentials that providers worded themselves. */
export class Issuance0006 implements MigrationInterface {
  readonly name = 'Issuance1000000000006';

  async up(session: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...secureTable(schema, 'attestations', { select: ownedBy('provider_id') })]) await session.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward; restore a backup to go back');
  }
}
