import { Injectable } from '@nestjs/common';
import { credentialIssued, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';
import { CredentialIssued } from '../letters/credential-issued.js';
import { Messages } from './messages.js';

@Injectable()
export class OnCredentialIssued {
  constructor(private readonly messages: Messages) {}

  @OnEvent(credentialIssued)
  tell(events: readonly EventOf<typeof credentialIssued>[], tx: Transaction): Promise<void> {
    return this.messages.tell(tx, events.map(({ id, traceparent, data }) => ({
      eventId: id, recipient: data.learnerId, learnerId: data.learnerId, credentialId: data.credentialId, traceparent,
      content: CredentialIssued.parse({ template: 'credential-issued', ...data }),
    })));
  }
}
