import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `alter table credential_issuance.signing_keys add column type text not null default 'Ed25519'`,
  `alter table credential_issuance.signing_keys alter column type drop default`,
];

/** Keys of further types beside Ed25519, which all were until now. Issuers get them when the service starts. */
export class Issuance0005 implements MigrationInterface {
  readonly name = 'Issuance1000000000005';

  async up(session: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await session.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward; restore a backup to go back');
  }
}
