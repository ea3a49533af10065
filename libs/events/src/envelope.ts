import { z } from 'zod';
import { Id, Instant } from './text.js';
import type { Topic } from './topics.js';

export type ServiceName = 'provider-registry' | 'learner-records' | 'credential-issuance' | 'verification' | 'notifications';

/** One kind of event: its name with version, who tells it, where, and what it carries. */
export interface EventType<Data extends z.ZodType = z.ZodType> {
  /** CloudEvents `type`, for example `laurel.outcome.recorded.v1`. */
  readonly type: string;
  readonly source: ServiceName;
  readonly topic: Topic;
  /** What happened, in one sentence, for the AsyncAPI document. */
  readonly summary: string;
  readonly data: Data;
}

export const defineEvent = <Data extends z.ZodType>(event: EventType<Data>): EventType<Data> => event;

/** W3C Trace Context section 3.2. */
export const Traceparent = z.string().regex(/^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/);

/**
 * A CloudEvents 1.0 envelope in structured mode (section 3.1 for the attributes; the extensions are lower-case, section 3.1.3).
 * `subject` is the aggregate that the event is about, `aggregateversion` counts its events from 1.
 */
export const Envelope = z.object({
  specversion: z.literal('1.0'),
  id: Id,
  type: z.string().regex(/^laurel\.[a-z-]+\.[a-z-]+\.v\d+$/),
  source: z.string().regex(/^\/laurel\/[a-z-]+$/),
  subject: z.string().min(1).max(200),
  time: Instant,
  datacontenttype: z.literal('application/json'),
  dataschema: z.string(),
  traceparent: Traceparent.optional(),
  orderingkey: z.string().min(1).max(200),
  aggregateversion: z.int().min(1),
  data: z.record(z.string(), z.unknown()),
});
export type Envelope = z.infer<typeof Envelope>;

/** An event as a handler gets it: the envelope, with data of its type. */
export type EventOf<Type extends EventType> = Omit<Envelope, 'data'> & { readonly data: z.infer<Type['data']> };
