import { Injectable } from '@nestjs/common';
import { issuerChanged, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';
import { newest } from './fact.js';
import { keepNewest } from './keep-newest.js';

@Injectable()
export class OnIssuerChanged {
  @OnEvent(issuerChanged)
  learn(events: readonly EventOf<typeof issuerChanged>[], tx: Transaction): Promise<void> {
    return keepNewest(tx, 'issuers', newest(events));
  }
}
