import type { EventOf, EventType, Topic } from '@laurel/events';
import type { Transaction } from '@laurel/runtime';

/** Takes events of one type, in order, inside the transaction that also remembers that they were taken. */
export type Handle<Type extends EventType = EventType> = (events: readonly EventOf<Type>[], tx: Transaction) => Promise<void>;

export interface Handler {
  readonly type: EventType;
  /** A method, so that one for events of a single type is one: it is only ever called with these. */
  handle(events: readonly EventOf<EventType>[], tx: Transaction): Promise<void>;
}

/** What one consumer takes, by CloudEvents type. */
export class Handlers {
  private readonly byType = new Map<string, Handler>();

  /** @throws Error when the type already has a handler: two would run each other's events again (events.md, 5) */
  constructor(readonly consumer: string, handlers: readonly Handler[]) {
    for (const handler of handlers) {
      if (this.byType.has(handler.type.type)) throw new Error(`${consumer} has two handlers for ${handler.type.type}; a consumer takes each event once`);
      this.byType.set(handler.type.type, handler);
    }
  }

  get(type: string): Handler | undefined {
    return this.byType.get(type);
  }

  get topics(): readonly Topic[] {
    return [...new Map([...this.byType.values()].map(({ type: { topic } }) => [topic.name, topic])).values()];
  }
}
