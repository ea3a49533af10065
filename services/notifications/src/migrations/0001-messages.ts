import { ownedBy, secureTable } from '@laurel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const schema = 'notifications';

const TABLES = [
  `create table notifications.addresses (learner_id uuid primary key, contact text, version int not null)`,
  `create table notifications.messages (
    id uuid primary key, event_id uuid not null, recipient uuid not null, learner_id uuid, credential_id uuid, content jsonb not null,
    sealed text, traceparent text, created_at timestamptz not null, constraint messages_once unique (event_id, recipient))`,
  `create index messages_of_learner on notifications.messages (learner_id, id)`,
  `create table notifications.deliveries (
    message_id uuid primary key constraint deliveries_message references notifications.messages, learner_id uuid,
    state text not null constraint deliveries_state check (state in ('waiting', 'queued', 'sent', 'failed')),
    urgent boolean not null, tries int not null, due_at timestamptz not null, give_up_at timestamptz not null, settled_at timestamptz, fault text)`,
  `create index deliveries_due on notifications.deliveries (urgent desc, due_at) where state = 'queued'`,
  `create index deliveries_waiting on notifications.deliveries (learner_id) where state = 'waiting'`,
  `create index deliveries_failed on notifications.deliveries (settled_at) where state = 'failed'`,
];

export class Messages0001 implements MigrationInterface {
  readonly name = 'Messages1000000000001';

  async up(session: QueryRunner): Promise<void> {
    const statements = [
      ...TABLES,
      ...secureTable(schema, 'addresses'),
      ...secureTable(schema, 'messages', { select: ownedBy('learner_id') }),
      ...secureTable(schema, 'deliveries', { select: ownedBy('learner_id') }),
    ];
    for (const statement of statements) await session.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward; restore a backup to go back');
  }
}
