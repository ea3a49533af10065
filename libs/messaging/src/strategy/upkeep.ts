import type { Database } from '@laurel/runtime';
import { WITH_LANES } from '../outbox/outbox.js';
import type { Survey } from '../health/progress.js';

/** Rows of one delete: short transactions, so that nobody waits for it. */
const ROWS = 10_000;

/** What a service's messaging tables have to tell. */
export async function survey({ pipelines }: Database): Promise<Survey> {
  const rows: Survey[] = await pipelines.query(
    `${WITH_LANES} select (
         select min(first.created_at) from lane cross join lateral (
           select created_at from outbox where aggregatetype = lane.topic and outbox.partition = lane.partition order by seq limit 1) first) as "unpublishedSince",
       (select count(*)::int from dead_letter where state = 'dead') as dead,
       (select count(distinct (topic, subject))::int from dead_letter where state = 'parked') as "parkedAggregates"`,
  );
  return rows[0] ?? { unpublishedSince: null, dead: 0, parkedAggregates: 0 };
}

/** The inbox is kept 30 days, longer than any log keeps a happening. */
export async function purge({ pipelines }: Database): Promise<void> {
  for (let deleted = ROWS; deleted === ROWS; ) {
    const answer: [rows: unknown, count: number] = await pipelines.query(
      `delete from inbox where event_id in (select event_id from inbox where received_at < now() - interval '30 days' limit ${ROWS})`);
    deleted = answer[1];
  }
}
