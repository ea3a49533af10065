import { Injectable } from '@nestjs/common';
import { registryAsked, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import { Clock, newId, type Transaction } from '@laurel/runtime';
import { tellComplete } from '../registry-log.js';

@Injectable()
export class OnRegistryAsked {
  constructor(private readonly clock: Clock) {}

  /** Answers all questions of a batch at once, behind the facts that were told before they came. */
  @OnEvent(registryAsked)
  answer(events: readonly EventOf<typeof registryAsked>[], tx: Transaction): Promise<void> {
    return tellComplete(tx, events.map(({ data }) => data.question), { id: newId(), time: this.clock.now() });
  }
}
