import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log of the in-process transport: what Kafka keeps in its topics, in the schema `event_log`. */
export class EventLog0000000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...policies]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table event_log.record, event_log.partition, event_log.position');
  }
}

const tables = [
  `create table event_log.partition (topic text, partition integer, next_offset bigint not null, primary key (topic, partition))`,
  `create table event_log.record (
     topic text, partition integer, "offset" bigint,
     key text not null, value text storage external, appended_at timestamptz not null default now(),
     primary key (topic, partition, "offset")
   )`,
  `create index record_key on event_log.record (topic, key)`,
  `create index record_appended on event_log.record using brin (appended_at)`,
  `create table event_log.position (consumer_group text, topic text, partition integer, next_offset bigint not null, primary key (consumer_group, topic, partition))`,
];

/** Everything is the pipeline's: no request reads or writes the log. */
const policies = ['partition', 'record', 'position'].flatMap((table) => [
  `alter table event_log.${table} enable row level security`,
  `alter table event_log.${table} force row level security`,
  `revoke all on event_log.${table} from event_log_app`,
  `grant select, insert, update, delete on event_log.${table} to event_log_pipeline`,
  `create policy pipeline on event_log.${table} to event_log_pipeline using (true) with check (true)`,
]);
