import { Envelope, type EventType } from '@laurel/events';
import type { Emission } from '@laurel/messaging';
import { newId } from '@laurel/runtime';

/** The envelope that the owner of an event type would have stored in its outbox. */
export const envelopeOf = <Type extends EventType>(type: Type, { id = newId(), subject, version, orderingKey, time, data, traceparent }: Emission<Type> & { readonly id?: string }): Envelope =>
  Envelope.parse({
    specversion: '1.0', id, type: type.type, source: `/laurel/${type.source}`, subject, time: time.toISOString(), datacontenttype: 'application/json',
    dataschema: `urn:laurel:event:${type.type}`, orderingkey: orderingKey, aggregateversion: version, data: type.data.parse(data), ...(traceparent && { traceparent }),
  });
