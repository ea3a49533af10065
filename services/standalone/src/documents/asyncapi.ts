import { catalogue, Envelope, topics, type EventType } from '@laurel/events';
import { z } from 'zod';

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'output' });
const idOf = (type: string) => type.replaceAll('.', '-');

/** JSON Schema (2020-12) of one kind of event, envelope and data. */
export const eventSchema = ({ type, summary, data }: EventType) => ({ ...schemaOf(Envelope.extend({ type: z.literal(type), data })), title: type, description: summary });

const named = (name: string) => name.replace(/^laurel\./, '');

/** The AsyncAPI 3.0 document of every topic and event. */
export function asyncApi() {
  const channels = Object.values(topics).map(({ name, partitions, compacted, retentionMs }) => {
    const types = catalogue.filter(({ topic }) => topic.name === name);
    const messages = Object.fromEntries(types.map(({ type }) => [idOf(type), { $ref: `#/components/messages/${idOf(type)}` }]));
    const kept = compacted ? 'Facts: the last event of each key is kept for good.' : `Happenings: kept for ${retentionMs / 60_000} minutes.`;
    return [named(name), { address: name, description: kept, messages, bindings: { kafka: { topic: name, partitions, bindingVersion: '0.5.0' } } }];
  });
  const operations = catalogue.map(({ type, source, topic, summary }) => [
    `send-${idOf(type)}`,
    { action: 'send', title: `${source} tells ${type}`, summary, channel: { $ref: `#/channels/${named(topic.name)}` }, messages: [{ $ref: `#/channels/${named(topic.name)}/messages/${idOf(type)}` }] },
  ]);
  const messages = catalogue.map((event) => [idOf(event.type), { name: event.type, title: event.type, summary: event.summary, contentType: 'application/cloudevents+json', payload: eventSchema(event) }]);
  return {
    asyncapi: '3.0.0',
    info: { title: 'Laurel events', version: '1', description: 'CloudEvents 1.0 in structured mode. A consumer ignores members that it does not know; any change that is not additive makes the next version of a type beside it.' },
    defaultContentType: 'application/cloudevents+json',
    channels: Object.fromEntries(channels),
    operations: Object.fromEntries(operations),
    components: { messages: Object.fromEntries(messages) },
  };
}
