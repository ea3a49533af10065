import { deadLetterTopic, type Topic } from '@laurel/events';
import { newId, placeholders, queryPrepared, type Transaction } from '@laurel/runtime';
import { appendToOutbox, type OutboxEntry } from '../outbox/outbox.js';
import { MAX_EVENT_BYTES } from '../outbox/emit.js';
import { shardOf } from '../outbox/shards.js';
import type { Reading } from './reading.js';

/** Where a batch comes from. */
export interface Place {
  readonly consumer: string;
  readonly topic: Topic;
  readonly partition: number;
}

export interface DeadEvent {
  /** Of the dead letter. */
  readonly id: string;
  readonly time: Date;
  readonly reading: Reading;
}

/** CloudEvents type of what is told on `.dlq`. */
const NOTICE = 'laurel.dead-letter.noted.v1';
const COLUMNS = ['id', 'state', 'topic', 'partition', '"offset"', 'event_id', 'type', 'subject', 'key', 'payload', 'reason', 'detail', 'tries'];

/**
 * The aggregates of these that have a dead letter or parked events. Their rows are locked against a replay that
 * ends at the same time: what is parked behind a queue's last event is then seen by the replay before it leaves.
 */
export async function blockedSubjects(tx: Transaction, topic: string, subjects: readonly string[]): Promise<Set<string>> {
  if (subjects.length === 0) return new Set();
  const rows = await queryPrepared<{ subject: string }>(
    tx,
    `select subject from dead_letter where state <> 'replayed' and topic = $1 and subject = any($2) order by seq for share`,
    [topic, subjects],
  );
  return new Set(rows.map((row) => row.subject));
}

/** Stores dead letters and parked events, and tells of the dead ones on the topic's `.dlq`. */
export async function keep(tx: Transaction, place: Place, readings: readonly Reading[]): Promise<void> {
  if (readings.length === 0) return;
  const kept = new Map(readings.map((reading) => [newId(), reading]));
  const stored: { id: string; received_at: Date }[] = await tx.query(
    `insert into dead_letter (${COLUMNS.join(', ')}) values ${placeholders(kept.size, COLUMNS.length)} on conflict do nothing returning id, received_at`,
    [...kept].flatMap(([id, { record, fault, id: eventId, type, subject }]) => [
      id, fault ? 'dead' : 'parked', place.topic.name, place.partition, record.offset, eventId, type, subject, storable(record.key), storable(record.value),
      fault?.reason, storable(fault?.detail), fault?.tries ?? 0,
    ]),
  );
  const dead = stored.flatMap(({ id, received_at }) => {
    const reading = kept.get(id);
    return reading?.fault ? [{ id, time: received_at, reading }] : [];
  });
  await tell(tx, place, dead);
}

/** Tells on the topic's `.dlq` of events that have become dead letters. */
export async function tell(tx: Transaction, place: Place, dead: readonly DeadEvent[]): Promise<void> {
  await appendToOutbox(tx, deadLetterTopic(place.topic), dead.map((event) => noticeOf(event, place)));
}

/** PostgreSQL's text has no NUL; what cannot be read may contain one. */
const storable = (text: string | null | undefined): string | null => text?.replaceAll('\0', '\\u0000') ?? null;

/** For who watches the `.dlq` topics, as an event too. The record itself is left out where it would not fit; it stands in the table. */
function noticeOf({ id, time, reading }: DeadEvent, { consumer, topic, partition }: Place): OutboxEntry {
  const { record, fault, id: eventId, type, subject = id } = reading;
  const envelope = (data: object) => JSON.stringify({
    specversion: '1.0', id, type: NOTICE, source: `/laurel/${consumer.replaceAll('_', '-')}`, subject, time: time.toISOString(),
    datacontenttype: 'application/json', dataschema: `urn:laurel:event:${NOTICE}`, orderingkey: subject, aggregateversion: 1, data,
  });
  const data = { consumer, topic: topic.name, partition, offset: record.offset, eventId, type, ...fault };
  const whole = envelope({ ...data, record: record.value });
  const payload = Buffer.byteLength(whole) <= MAX_EVENT_BYTES ? whole : envelope(data);
  return { id, topic: deadLetterTopic(topic).name, type: NOTICE, subject, version: 1, key: subject, shard: shardOf(subject), payload };
}
