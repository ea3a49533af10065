import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An issuer is found by any of its keys. */
export class Copies0002 implements MigrationInterface {
  readonly name = 'Copies1000000000002';

  async up(session: QueryRunner): Promise<void> {
    await session.query(`create index issuers_by_key on verification.issuers using gin ((fact->'keys') jsonb_path_ops)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward; restore a backup to go back');
  }
}
