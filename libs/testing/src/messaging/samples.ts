import { randomBytes } from 'node:crypto';
import { defineEvent, type EventType, type Topic } from '@laurel/events';
import type { Emission } from '@laurel/messaging';
import { z } from 'zod';

/** A topic that no other test uses. */
export const sampleTopic = (partitions = 4, settings: Partial<Topic> = {}): Topic => ({
  name: `sample.${randomBytes(6).toString('hex')}`, partitions, compacted: false, retentionMs: 3_600_000, ...settings,
});

const Counted = z.object({ number: z.int(), filling: z.string().optional() });

/** An event that carries a number. */
export const countedOn = (topic: Topic, name = 'counted') =>
  defineEvent({ type: `laurel.sample.${name}.v1`, source: 'provider-registry', topic, summary: 'A number was counted.', data: Counted });

export type CountedType = EventType<typeof Counted>;

/** The event of a number, which counts the subject's versions too unless told otherwise. */
export const counted = (subject: string, number: number, version = number + 1): Emission<CountedType> => ({
  subject, version, orderingKey: subject, time: new Date('2026-11-24T09:00:00.000Z'), data: { number },
});
