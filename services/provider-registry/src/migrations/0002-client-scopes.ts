import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the tokens of a client are good for; until now that was the whole administration. */
export class Registry0002 implements MigrationInterface {
  readonly name = 'Registry1000000000002';

  async up(session: QueryRunner): Promise<void> {
    await session.query(`alter table provider_registry.clients add column scopes jsonb not null default '["provider"]'`);
    await session.query('alter table provider_registry.clients alter column scopes drop default');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward; restore a backup to go back');
  }
}
