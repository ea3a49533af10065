import pg from 'pg';
import { BATCH } from '@laurel/messaging';
import type { Stopwatch, Taken } from '../harness/stopwatch.js';
import { hashData, rawSignature } from './plain-signatory.js';

interface Table {
  /** With its schema; the twin is called the same in a schema of its own. */
  readonly name: string;
  /** Where to read the rows that the pipeline has written, if not in the table itself. */
  readonly source?: string;
  /** Columns with their types. */
  readonly columns: Readonly<Record<string, string>>;
  readonly key: readonly string[];
}

/** Every row that the pipeline inserts for an outcome: both events in the log, a note of the one, the credential, the other in the outbox. */
const TABLES: readonly Table[] = [
  { name: 'event_log.record', columns: { topic: 'text', partition: 'int', offset: 'bigint', key: 'text', value: 'text' }, key: ['topic', 'partition', 'offset'] },
  { name: 'credential_issuance.inbox', columns: { event_id: 'uuid' }, key: ['event_id'] },
  {
    name: 'credential_issuance.credentials', key: ['id'],
    columns: {
      id: 'uuid', outcome_id: 'uuid', provider_id: 'uuid', learner_id: 'uuid', external_id: 'text', achievement_id: 'uuid', achievement_version: 'int', achievement_name: 'text',
      accreditation_id: 'uuid', status: 'text', version: 'int', issued_at: 'timestamptz', pair_id: 'uuid', status_index: 'int', document: 'text',
    },
  },
  {
    name: 'credential_issuance.outbox', key: ['aggregatetype', 'partition', 'aggregateid'],
    // Rows leave the outbox when they are sent; the log has them.
    source: `(select gen_random_uuid() as id, topic as aggregatetype, 'laurel.credential.issued.v1' as type, key as aggregateid, 1 as aggregateversion, key, partition as shard, partition, value as payload
      from event_log.record where topic = 'laurel.credential')`,
    columns: { id: 'uuid', aggregatetype: 'text', type: 'text', aggregateid: 'text', aggregateversion: 'int', key: 'text', shard: 'smallint', partition: 'smallint', payload: 'text' },
  },
];
const CREDENTIALS = 2;

/** Some rows of each table, which are written in one transaction. */
type Batch = readonly (readonly (readonly unknown[])[])[];

/** The peer: the rows that the pipeline has just written, once more, into twins of its tables, by set-based SQL and nothing else. */
export class WrittenByHand {
  private constructor(private readonly schema: string, private readonly sessions: readonly pg.Client[]) {}

  /** @param count of sessions: with one, Node signs and the server writes in turn; with several, while the other works */
  static async open(url: string, count: number): Promise<WrittenByHand> {
    const sessions = Array.from({ length: count }, () => new pg.Client({ connectionString: url }));
    await Promise.all(sessions.map((session) => session.connect()));
    const byHand = new WrittenByHand(`by_${count}_hands`, sessions);
    await sessions[0]?.query(`create schema ${byHand.schema}`);
    for (const { name } of TABLES) await sessions[0]?.query(`create table ${byHand.twinOf(name)} (like ${name} including all)`);
    return byHand;
  }

  /** Credentials a second for the rows that are not in the twins yet; they are read before the clock runs. */
  async write(watch: Stopwatch): Promise<Taken> {
    const batches = await this.missing();
    const queue = batches.values();
    const stop = watch.start();
    await Promise.all(this.sessions.map(async (session) => {
      for (const batch of queue) await this.writeBatch(session, batch);
    }));
    return stop();
  }

  async close(): Promise<void> {
    await Promise.all(this.sessions.map((session) => session.end()));
  }

  private async missing(): Promise<Batch[]> {
    const tables: (readonly unknown[][])[] = [];
    for (const { name, source = name, columns, key } of TABLES) {
      const isTwin = key.map((column) => `twin.${quoted(column)} = one.${quoted(column)}`).join(' and ');
      const text = `select ${listed(columns)} from ${source} one where not exists (select from ${this.twinOf(name)} twin where ${isTwin})`;
      tables.push((await this.sessions[0]?.query<unknown[]>({ text, rowMode: 'array' }))?.rows ?? []);
    }
    const batches = Math.ceil((tables[CREDENTIALS]?.length ?? 0) / BATCH);
    const share = (rows: readonly unknown[][], at: number) => rows.slice(Math.floor((at * rows.length) / batches), Math.floor(((at + 1) * rows.length) / batches));
    return Array.from({ length: batches }, (_, at) => tables.map((rows) => share(rows, at)));
  }

  /** A raw signature for each credential, one prepared statement a table, one commit. */
  private async writeBatch(session: pg.Client, batch: Batch): Promise<void> {
    await session.query('begin');
    for (const [at, { name, columns }] of TABLES.entries()) {
      const rows = batch[at] ?? [];
      if (at === CREDENTIALS) for (const row of rows) rawSignature(hashData(String(row.at(-1))));
      const text = `insert into ${this.twinOf(name)} (${listed(columns)}) values ${placeholders(rows.length, Object.values(columns))}`;
      if (rows.length > 0) await session.query({ name: `${name} ${rows.length}`, text, values: rows.flat() });
    }
    await session.query('commit');
  }

  private twinOf(name: string): string {
    return `${this.schema}.${name.split('.')[1]}`;
  }
}

const quoted = (column: string): string => `"${column}"`;
const listed = (columns: Table['columns']): string => Object.keys(columns).map(quoted).join(', ');

const placeholders = (rows: number, types: readonly string[]): string =>
  Array.from({ length: rows }, (_, row) => `(${types.map((type, column) => `$${row * types.length + column + 1}::${type}`).join(',')})`).join(',');
