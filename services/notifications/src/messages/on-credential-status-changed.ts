import { Injectable } from '@nestjs/common';
import { credentialStatusChanged, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';
import { CredentialStatusLetter } from '../letters/credential-status.js';
import { Messages } from './messages.js';

@Injectable()
export class OnCredentialStatusChanged {
  constructor(private readonly messages: Messages) {}

  @OnEvent(credentialStatusChanged)
  tell(events: readonly EventOf<typeof credentialStatusChanged>[], tx: Transaction): Promise<void> {
    return this.messages.tell(tx, events.map(({ id, traceparent, data }) => ({
      eventId: id, recipient: data.learnerId, learnerId: data.learnerId, credentialId: data.credentialId, traceparent,
      content: CredentialStatusLetter.parse({ template: 'credential-status', ...data }),
    })));
  }
}
