import { ownedBy, secureTable } from '@laurel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const schema = 'credential_issuance';

/** What wallets may no longer read. */
export class Issuance0007 implements MigrationInterface {
  readonly name = 'Issuance1000000000007';

  async up(session: QueryRunner): Promise<void> {
    const table = `create table credential_issuance.withdrawn_grants (grant_id uuid primary key, learner_id uuid not null, wallet_id uuid not null, withdrawn_at timestamptz not null)`;
    for (const statement of [table, ...secureTable(schema, 'withdrawn_grants', { select: ownedBy('learner_id') })]) await session.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward; restore a backup to go back');
  }
}
