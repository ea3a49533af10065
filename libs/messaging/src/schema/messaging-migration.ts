import type { Migration } from '@laurel/runtime';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tables of messaging in a service's own schema. Requests may only add to the outbox; relay and consumers
 * work on everything. Column names of the outbox are those of Debezium's outbox event router, so that a large
 * site may read it from the write-ahead log instead (`table.field.event.key=key`, `...placement=partition:partition`).
 */
export function messagingMigration(schema: string): Migration {
  return class implements MigrationInterface {
    readonly name = 'Messaging0000000000001';

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of [...outbox(schema), ...inbox(schema), ...deadLetters(schema), ...policies(schema)]) await runner.query(statement);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`drop table ${TABLES.map((table) => `${schema}.${table}`).join(', ')}`);
    }
  };
}

const TABLES = ['outbox', 'inbox', 'dead_letter', 'dead_letter_replay'];

/**
 * What is not sent yet; the relay removes what is (decision 0006). The key is the order in which it reads, so one index does.
 * Payloads are text and uncompressed: nothing queries them, and compressing cost 40 % of the server's time.
 */
const outbox = (schema: string) => [
  `create table ${schema}.outbox (
     seq bigint generated always as identity,
     id uuid not null,
     aggregatetype text not null,
     type text not null,
     aggregateid text not null,
     aggregateversion integer not null,
     key text not null,
     shard smallint not null,
     partition smallint not null,
     payload text storage external not null,
     created_at timestamptz not null default now(),
     primary key (aggregatetype, partition, seq)
   )`,
  `alter table ${schema}.outbox set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.1)`,
];

/** A service is one consumer, so the event's id is the whole key. */
const inbox = (schema: string) => [
  `create table ${schema}.inbox (event_id uuid primary key, received_at timestamptz not null default now())`,
  `create index inbox_received on ${schema}.inbox using brin (received_at)`,
];

/** One queue an aggregate: at most one event of it is dead, later ones are parked behind it in the order of seq. */
const deadLetters = (schema: string) => [
  `create table ${schema}.dead_letter (
     seq bigint generated always as identity primary key,
     id uuid not null unique,
     state text not null check (state in ('dead', 'parked', 'replayed')),
     topic text not null,
     partition integer not null,
     "offset" bigint not null,
     event_id uuid,
     type text,
     subject text,
     key text,
     payload text storage external,
     reason text,
     detail text,
     tries integer not null,
     received_at timestamptz not null default now(),
     replay_requested_by text,
     replay_requested_at timestamptz,
     replayed_at timestamptz
   )`,
  `create index dead_letter_queue on ${schema}.dead_letter (topic, subject, seq) where state <> 'replayed'`,
  `create unique index dead_letter_without_event on ${schema}.dead_letter (topic, partition, "offset", md5(payload)) where event_id is null`,
  `create index dead_letter_requested on ${schema}.dead_letter (replay_requested_at) where state = 'dead' and replay_requested_at is not null`,
  `create table ${schema}.dead_letter_replay (
     id uuid primary key,
     dead_letter_id uuid not null constraint dead_letter_replay_of references ${schema}.dead_letter (id),
     requested_by text not null,
     requested_at timestamptz not null,
     ended_at timestamptz not null default now(),
     succeeded boolean not null,
     detail text
   )`,
];

const policies = (schema: string) => [
  ...TABLES.flatMap((table) => [
    `alter table ${schema}.${table} enable row level security`,
    `alter table ${schema}.${table} force row level security`,
    `revoke all on ${schema}.${table} from ${schema}_app`,
    `grant select, insert, update, delete on ${schema}.${table} to ${schema}_pipeline`,
    `create policy pipeline on ${schema}.${table} to ${schema}_pipeline using (true) with check (true)`,
  ]),
  `grant insert on ${schema}.outbox to ${schema}_app`,
  `create policy requests on ${schema}.outbox for insert to ${schema}_app with check (true)`,
];
