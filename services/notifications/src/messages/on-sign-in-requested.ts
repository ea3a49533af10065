import { Injectable } from '@nestjs/common';
import { SignIn, signInRequested, type EventOf } from '@laurel/events';
import { OnEvent } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';
import { Seals } from '../addresses/seals.js';
import { Messages } from './messages.js';

@Injectable()
export class OnSignInRequested {
  constructor(
    private readonly messages: Messages,
    private readonly seals: Seals,
  ) {}

  /** Requests without an address are of people who are not known: they are told like the others, and end here. */
  @OnEvent(signInRequested)
  async tell(events: readonly EventOf<typeof signInRequested>[], tx: Transaction): Promise<void> {
    const opened = await Promise.all(events.map(async (event) => ({ event, signIn: await this.seals.open(event.data.signIn, SignIn) })));
    const addressed = opened.filter(({ signIn }) => signIn.email !== undefined).map(({ event }) => event);
    await this.messages.tell(tx, addressed.map(({ id, traceparent, data }) => ({
      eventId: id, recipient: data.requestId, learnerId: data.learnerId, traceparent, sealed: data.signIn,
      content: { template: 'sign-in-code', expiresAt: data.expiresAt },
    })));
  }
}
