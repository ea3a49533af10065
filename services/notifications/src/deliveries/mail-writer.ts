import { Injectable } from '@nestjs/common';
import { Contact, SignIn } from '@laurel/events';
import { Clock, continueTrace, PublicOrigin, type Transaction } from '@laurel/runtime';
import { z } from 'zod';
import { AddressTable } from '../addresses/address.table.js';
import { Seals } from '../addresses/seals.js';
import { writeLetter } from '../letters/content.js';
import { letterHtml } from '../letters/letter-html.js';
import { letterText } from '../letters/letter-text.js';
import type { Message } from '../messages/message.js';
import { NotTaken, type Mail } from '../post/post.js';

const Recipient = z.object({ email: z.email(), code: SignIn.shape.code.optional() });
type Recipient = z.infer<typeof Recipient>;

/** Puts words and an address to a message; the address is in clear from here to the mail server, and nowhere else. */
@Injectable()
export class MailWriter {
  constructor(
    private readonly seals: Seals,
    private readonly clock: Clock,
    private readonly origin: PublicOrigin,
  ) {}

  /** @throws NotTaken for good, where there is no address that a mail could go to; Problem `sealed-unreadable` */
  async write(tx: Transaction, message: Message): Promise<Mail> {
    const { email, code } = await this.recipientOf(tx, message);
    const letter = writeLetter(message.content, { origin: this.origin.url, ...(code === undefined ? {} : { code }) });
    return {
      id: message.id, to: email, subject: letter.subject, text: letterText(letter), html: letterHtml(letter),
      date: this.clock.now(), traceparent: continueTrace(message.traceparent),
    };
  }

  private async recipientOf(tx: Transaction, { sealed, learnerId }: Message): Promise<Recipient> {
    const contact = sealed ?? (await tx.findOneBy(AddressTable, { learnerId: learnerId ?? '' }))?.contact;
    if (contact === undefined) throw new NotTaken('no address', true);
    const recipient = Recipient.safeParse(await this.seals.open(contact, sealed === undefined ? Contact : SignIn));
    if (!recipient.success) throw new NotTaken('unusable address', true);
    return recipient.data;
  }
}
