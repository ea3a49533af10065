import { Envelope, type EventType } from '@laurel/events';
import { currentTrace, newId, type Transaction } from '@laurel/runtime';
import { z } from 'zod';
import { appendToOutbox } from './outbox.js';
import { shardOf } from './shards.js';

/** The largest event that is stored, in bytes of UTF-8: below Kafka's 1 MiB, so that publishing cannot be poison. */
export const MAX_EVENT_BYTES = 900_000;

/** What happened, as the writer knows it. */
export interface Emission<Type extends EventType = EventType> {
  /** The aggregate, and how many events it has had with this one. */
  readonly subject: string;
  readonly version: number;
  /** What must stay in order shares it; decides shard and partition. */
  readonly orderingKey: string;
  /** What compaction keeps the last event of; the subject unless given. */
  readonly key?: string;
  readonly time: Date;
  readonly data: z.input<Type['data']>;
  /** The trace that led here, where one batch carries several; the current one unless given. */
  readonly traceparent?: string;
}

/**
 * Stores events in the outbox of the service, in the caller's transaction: they are told if and only if it commits.
 * @throws Error when an event does not fit its schema or is larger than MAX_EVENT_BYTES; both are bugs of the caller
 */
export async function emit<Type extends EventType>(tx: Transaction, type: Type, events: readonly Emission<Type>[]): Promise<void> {
  const trace = currentTrace();
  await appendToOutbox(tx, type.topic, events.map((event) => {
    const envelope = wrap(type, event, event.traceparent ?? trace);
    return {
      id: envelope.id, topic: type.topic.name, type: type.type, subject: event.subject, version: event.version,
      key: event.key ?? event.subject, shard: shardOf(event.orderingKey), payload: serialise(envelope),
    };
  }));
}

function wrap(type: EventType, { subject, version, orderingKey, time, data }: Emission, traceparent: string | undefined): Envelope {
  const content = type.data.safeParse(data);
  const envelope = Envelope.safeParse({
    specversion: '1.0', id: newId(), type: type.type, source: `/laurel/${type.source}`, subject, time: time.toISOString(),
    datacontenttype: 'application/json', dataschema: `urn:laurel:event:${type.type}`, traceparent,
    orderingkey: orderingKey, aggregateversion: version, data: content.data,
  });
  if (content.success && envelope.success) return envelope.data;
  throw new Error(`${type.type} about ${subject} does not fit its schema: ${z.prettifyError(content.error ?? envelope.error ?? new z.ZodError([]))}`);
}

function serialise(envelope: Envelope): string {
  const payload = JSON.stringify(envelope);
  const bytes = Buffer.byteLength(payload);
  if (bytes > MAX_EVENT_BYTES) throw new Error(`${envelope.type} about ${envelope.subject} has ${bytes} bytes, more than ${MAX_EVENT_BYTES}`);
  return payload;
}
