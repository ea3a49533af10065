import { Injectable } from '@nestjs/common';
import { providerChanged, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';
import { newest } from './fact.js';
import { keepNewest } from './keep-newest.js';

@Injectable()
export class OnProviderChanged {
  @OnEvent(providerChanged)
  learn(events: readonly EventOf<typeof providerChanged>[], tx: Transaction): Promise<void> {
    return keepNewest(tx, 'providers', newest(events));
  }
}
