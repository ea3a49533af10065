import { Injectable } from '@nestjs/common';
import { contactChanged, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';
import { Deliveries } from '../deliveries/deliveries.js';
import { Addresses } from './addresses.js';

@Injectable()
export class OnContactChanged {
  constructor(
    private readonly addresses: Addresses,
    private readonly deliveries: Deliveries,
  ) {}

  /** Keeps addresses sealed as they are, and lets go what waited for them. */
  @OnEvent(contactChanged)
  async keep(events: readonly EventOf<typeof contactChanged>[], tx: Transaction): Promise<void> {
    await this.addresses.store(tx, events.map(({ data, aggregateversion }) => ({ ...data, version: aggregateversion })));
    await this.deliveries.release(tx, events.map(({ data }) => data.learnerId));
  }
}
