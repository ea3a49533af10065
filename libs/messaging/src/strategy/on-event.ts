import type { EventType } from '@laurel/events';
import { DiscoveryService } from '@nestjs/core';
import type { Handle } from '../pipeline/handlers.js';

const Handles = DiscoveryService.createDecorator<EventType>();

/**
 * Marks the method of a provider that takes events of one type: `(events, tx) => Promise<void>`, in order, in the
 * transaction that also notes them as taken. A Problem makes an event a dead letter; what else is thrown is tried again.
 * The consumer is the service whose module provides the class.
 */
export const OnEvent = <Type extends EventType>(type: Type) =>
  <Method extends Handle<Type>>(target: object, key: string, descriptor: TypedPropertyDescriptor<Method>): void => {
    Handles(type)(target, key, descriptor);
  };

/** The event type that a method is marked with. */
export const handledType = (method: object): EventType | undefined => Reflect.getMetadata(Handles.KEY, method) as EventType | undefined;
