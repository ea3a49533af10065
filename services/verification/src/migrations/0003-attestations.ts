import { BY_ANYONE, secureTable } from '@laurel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `create table verification.attestations (
  id uuid primary key, provider_id uuid not null, issuer_id text not null, revocation_list uuid not null, suspension_list uuid not null, status_index int not null,
  issued_at timestamptz not null, status text not null, changed_by text, changed_at timestamptz, version int not null,
  constraint attestations_place unique (revocation_list, status_index))`;

/** Credentials that providers worded themselves, by their place in a list of revocations. */
export class Copies0003 implements MigrationInterface {
  readonly name = 'Copies1000000000003';

  async up(session: QueryRunner): Promise<void> {
    for (const statement of [TABLE, ...secureTable('verification', 'attestations', { select: BY_ANYONE })]) await session.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward; restore a backup to go back');
  }
}
