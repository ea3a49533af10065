import { Injectable } from '@nestjs/common';
import { cutPage, readCursor, type Caller, type Page, type PageQuery } from '@laurel/http';
import { Clock, Database, newId, PublicOrigin, type Transaction } from '@laurel/runtime';
import { In, LessThan } from 'typeorm';
import { DeliveryTable } from '../deliveries/delivery.table.js';
import { Deliveries } from '../deliveries/deliveries.js';
import { showMessage, type Message, type ShownMessage } from './message.js';
import { MessageTable } from './message.table.js';

@Injectable()
export class Messages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly origin: PublicOrigin,
    private readonly deliveries: Deliveries,
  ) {}

  /** Stores messages and starts their way. An event that comes again finds its message there, and nothing is sent twice. */
  async tell(tx: Transaction, drafts: readonly Omit<Message, 'id' | 'createdAt'>[]): Promise<void> {
    if (drafts.length === 0) return;
    const createdAt = this.clock.now().toISOString();
    const messages = drafts.map((draft): Message => ({ ...draft, id: newId(), createdAt }));
    const stored = await tx.createQueryBuilder().insert().into(MessageTable).values(messages).orIgnore().returning(['id']).execute();
    const ids = new Set((stored.raw as readonly { readonly id: string }[]).map(({ id }) => id));
    await this.deliveries.open(tx, messages.filter(({ id }) => ids.has(id)));
  }

  /** What was sent to a learner, or will be; newest first. */
  list({ limit, cursor }: PageQuery, learner: Caller): Promise<Page<ShownMessage>> {
    const before = readCursor(cursor);
    return this.database.asTenant(learner.tenant, async (tx) => {
      const where = { learnerId: learner.id, ...(before === undefined ? {} : { id: LessThan(before) }) };
      const messages = await tx.find(MessageTable, { where, order: { id: 'desc' }, take: limit + 1 });
      const ways = new Map((await tx.findBy(DeliveryTable, { messageId: In(messages.map(({ id }) => id)) })).map((way) => [way.messageId, way]));
      const shown = messages.flatMap((message) => {
        const way = ways.get(message.id);
        return way === undefined ? [] : [showMessage(message, way, this.origin.url)];
      });
      return cutPage(shown, limit, (message) => message);
    });
  }
}
