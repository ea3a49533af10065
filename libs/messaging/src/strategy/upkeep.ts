import type { Database } from '@laurel/runtime';
import type { Survey } from '../health/progress.js';

/** Rows of one delete: short transactions, so that nobody waits for it. */
const ROWS = 10_000;

/** What a service's messaging tables have to tell. */
export async function survey({ pipelines }: Database): Promise<Survey> {
  const rows: Survey[] = await pipelines.query(
    `select (select created_at from outbox where published_at is null order by seq limit 1) as "unpublishedSince",
       (select count(*)::int from dead_letter where state = 'dead') as dead,
       (select count(distinct (topic, subject))::int from dead_letter where state = 'parked') as "parkedAggregates"`,
  );
  return rows[0] ?? { unpublishedSince: null, dead: 0, parkedAggregates: 0 };
}

/** Sent events are kept an hour, for who looks into a fault; the inbox 30 days, longer than any log keeps a happening. */
export async function purge(database: Database): Promise<void> {
  await deleteInPortions(database, `delete from outbox where seq in (select seq from outbox where published_at < now() - interval '1 hour' limit ${ROWS})`);
  await deleteInPortions(database, `delete from inbox where event_id in (select event_id from inbox where received_at < now() - interval '30 days' limit ${ROWS})`);
}

async function deleteInPortions({ pipelines }: Database, statement: string): Promise<void> {
  for (let deleted = ROWS; deleted === ROWS; ) {
    const answer: [rows: unknown, count: number] = await pipelines.query(statement);
    deleted = answer[1];
  }
}
