import { BY_ANYONE, secureTable } from '@laurel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const schema = 'credential_issuance';

const TABLES = [
  `create table credential_issuance.status_lists (
    id uuid primary key, provider_id uuid not null constraint status_lists_issuer references credential_issuance.issuers,
    purpose text not null, url text not null, bits bytea not null, document text not null, signed_at timestamptz not null)`,
  `create table credential_issuance.status_list_pairs (
    id uuid primary key, provider_id uuid not null constraint status_list_pairs_issuer references credential_issuance.issuers,
    origin text not null, sealed_key bytea not null, taken int not null constraint status_list_pairs_taken check (taken between 0 and 131072),
    revocation_list uuid not null constraint status_list_pairs_revocation references credential_issuance.status_lists,
    suspension_list uuid not null constraint status_list_pairs_suspension references credential_issuance.status_lists)`,
  `create index status_list_pairs_open on credential_issuance.status_list_pairs (provider_id, id) where taken < 131072`,
];

/** Lists of status bits, which anyone may read, and the pairs in which credentials get their places. */
export class Issuance0003 implements MigrationInterface {
  readonly name = 'Issuance1000000000003';

  async up(session: QueryRunner): Promise<void> {
    const statements = [...TABLES, ...secureTable(schema, 'status_lists', { select: BY_ANYONE }), ...secureTable(schema, 'status_list_pairs')];
    for (const statement of statements) await session.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward; restore a backup to go back');
  }
}
