import { Injectable } from '@nestjs/common';
import { accreditationChanged, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';
import { newest } from './fact.js';
import { keepNewest } from './keep-newest.js';

@Injectable()
export class OnAccreditationChanged {
  @OnEvent(accreditationChanged)
  learn(events: readonly EventOf<typeof accreditationChanged>[], tx: Transaction): Promise<void> {
    return keepNewest(tx, 'accreditations', newest(events));
  }
}
