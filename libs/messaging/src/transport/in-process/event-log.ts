import type { Topic } from '@laurel/events';
import { columnsOf, Database, queryPrepared, rowsFrom, type DatabaseOptions } from '@laurel/runtime';
import type { QueryResultRow } from 'pg';
import { BATCH, type IncomingRecord, type OutgoingRecord } from '../transport.js';
import { EventLog0000000000001 } from './event-log.migration.js';

/** The next free position of a partition. */
export interface Head {
  readonly topic: string;
  readonly partition: number;
  readonly next: number;
}

const RECORD = { key: 'text', value: 'json' } as const;

/** Partitions of records in PostgreSQL, each with its own sequence of offsets. */
export class EventLog {
  private constructor(private readonly database: Database) {}

  static async open(urls: DatabaseOptions['urls']): Promise<EventLog> {
    return new EventLog(await Database.open({ schema: 'event_log', entities: [], migrations: [EventLog0000000000001], urls }));
  }

  /** Appends in one statement. The partition's row is locked until it commits, so the order of offsets is the order of commits. Answers the next offset. */
  async append(topic: string, partition: number, records: readonly OutgoingRecord[]): Promise<number> {
    const rows = await this.query<{ next: string }>(
      `with head as (
         insert into partition values ($1, $2, $3)
         on conflict (topic, partition) do update set next_offset = partition.next_offset + $3 returning next_offset
       ), appended as (
         insert into record (topic, partition, "offset", key, value)
         select $1, $2, head.next_offset - $3 + row.nth - 1, row.key, row.value from head, ${rowsFrom(RECORD, 4)}
       )
       select next_offset as next from head`,
      [topic, partition, records.length, ...columnsOf(RECORD, records)],
    );
    return Number(rows[0]?.next);
  }

  async read(topic: string, partition: number, from: number): Promise<IncomingRecord[]> {
    return this.query(`select "offset", key, value from record where topic = $1 and partition = $2 and "offset" >= $3 order by "offset" limit ${BATCH}`, [topic, partition, from]);
  }

  async heads(): Promise<Head[]> {
    const rows: { topic: string; partition: number; next_offset: string }[] = await this.query('select * from partition', []);
    return rows.map(({ topic, partition, next_offset }) => ({ topic, partition, next: Number(next_offset) }));
  }

  /** Where a group goes on: at 0 when it has never been here. */
  async position(group: string, topic: string, partition: number): Promise<number> {
    const rows: { next_offset: string }[] = await this.query('select next_offset from position where consumer_group = $1 and topic = $2 and partition = $3', [group, topic, partition]);
    return Number(rows[0]?.next_offset ?? 0);
  }

  async advance(group: string, topic: string, partition: number, next: number): Promise<void> {
    await this.query(
      'insert into position values ($1, $2, $3, $4) on conflict (consumer_group, topic, partition) do update set next_offset = excluded.next_offset',
      [group, topic, partition, next],
    );
  }

  /** Removes what the topic no longer keeps: happenings by age, facts that are old and were followed by another of their key. */
  async expire(topic: Topic): Promise<void> {
    const superseded = `and (value is null or exists (select from record later where later.topic = record.topic and later.key = record.key and later."offset" > record."offset" and later.partition = record.partition))`;
    await this.query(
      `delete from record where topic = $1 and appended_at < now() - $2 * interval '1 millisecond' ${topic.compacted ? superseded : ''}`,
      [topic.name, topic.retentionMs],
    );
  }

  close(): Promise<void> {
    return this.database.close();
  }

  private async query<Row extends QueryResultRow>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const session = this.database.pipelines.createQueryRunner();
    try {
      return await queryPrepared<Row>(session.manager, sql, parameters);
    } finally {
      await session.release();
    }
  }
}
