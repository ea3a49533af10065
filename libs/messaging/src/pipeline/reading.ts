import { Envelope, type EventOf, type EventType } from '@laurel/events';
import { z } from 'zod';
import type { IncomingRecord } from '../transport/transport.js';
import type { Handler, Handlers } from './handlers.js';

/** Why an event is a dead letter. */
export interface Fault {
  /** `unreadable`, `failed`, or the code of the Problem that the handler refused it with. */
  readonly reason: string;
  readonly detail: string;
  /** How often the handler has tried. */
  readonly tries: number;
}

/** What could be made out of a record. Without an event there is a fault; without a handler neither. */
export interface Reading {
  readonly record: IncomingRecord;
  /** Who it is, as far as that could be read even where the rest could not. */
  readonly id?: string;
  readonly type?: string;
  readonly subject?: string;
  readonly event?: EventOf<EventType>;
  readonly handler?: Handler;
  readonly fault?: Fault;
}

/** What identifies an event whose envelope is broken elsewhere. PostgreSQL's text has no NUL, so neither has a subject. */
const Identity = z.object({
  id: Envelope.shape.id.optional().catch(undefined),
  type: Envelope.shape.type.optional().catch(undefined),
  subject: Envelope.shape.subject.regex(/^[^\0]*$/).optional().catch(undefined),
});
type Identity = z.infer<typeof Identity>;

/**
 * Reads a record strictly: the envelope, then the data by the type's own schema. Never throws.
 * Tombstones and types that this consumer has no handler for come back without event and fault, to be passed over.
 */
export function read(record: IncomingRecord, handlers: Handlers): Reading {
  if (record.value === null) return { record };
  try {
    return readJson(record, JSON.parse(record.value), handlers);
  } catch (error) {
    return unreadable(record, {}, String(error));
  }
}

function readJson(record: IncomingRecord, json: unknown, handlers: Handlers): Reading {
  const envelope = Envelope.safeParse(json);
  if (!envelope.success) {
    const identity = Identity.safeParse(json).data ?? {};
    const foreign = identity.type !== undefined && !handlers.get(identity.type);
    return foreign ? { record } : unreadable(record, identity, z.prettifyError(envelope.error));
  }
  const { id, type, subject } = envelope.data;
  const handler = handlers.get(type);
  if (!handler) return { record };
  if (subject.includes('\0')) return unreadable(record, { id, type }, 'the subject contains NUL');
  const data = handler.type.data.safeParse(envelope.data.data);
  if (!data.success) return unreadable(record, { id, type, subject }, `data: ${z.prettifyError(data.error)}`);
  return { record, id, type, subject, handler, event: { ...envelope.data, data: data.data } };
}

const unreadable = (record: IncomingRecord, identity: Identity, detail: string): Reading => ({
  record, ...identity, fault: { reason: 'unreadable', detail: detail.slice(0, 2_000), tries: 0 },
});
