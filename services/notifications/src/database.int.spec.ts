import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, tenantOf, type Database } from '@laurel/runtime';
import { describeTables, scratchDatabase, type TableCase } from '@laurel/testing';
import type { EntitySchema } from 'typeorm';
import { Address } from './addresses/address.js';
import { AddressTable } from './addresses/address.table.js';
import { entities, migrations, schema } from './database.js';
import { Delivery } from './deliveries/delivery.js';
import { DeliveryTable } from './deliveries/delivery.table.js';
import { Message } from './messages/message.js';
import { MessageTable } from './messages/message.table.js';

const NOW = '2026-11-24T09:00:00.000Z';
const [learnerId, messageId] = [newId(), newId()];

/** In the order in which they refer to each other; every member is there. */
const TABLES: readonly TableCase[] = [
  [AddressTable, Address, { learnerId, contact: 'eyJh..aXY.Y2lwaGVy.dGFn', version: 3 }],
  [MessageTable, Message, {
    id: messageId, eventId: newId(), recipient: learnerId, learnerId, credentialId: newId(), content: { template: 'sign-in-code', expiresAt: NOW },
    sealed: 'eyJh..aXY.Y2lwaGVy.dGFn', traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`, createdAt: NOW,
  }],
  [DeliveryTable, Delivery, { messageId, learnerId, state: 'failed', urgent: true, tries: 2, dueAt: NOW, giveUpAt: NOW, settledAt: NOW, fault: 'EENVELOPE 550' }],
];

describeTables(schema, { entities, migrations }, TABLES);

describe('the tables', () => {
  let database: Database;

  beforeAll(async () => {
    database = await scratchDatabase(schema, { entities, migrations });
  });
  afterAll(() => database.close());

  it.each(TABLES)('%# show a row to nobody else', async (table, _schema, row) => {
    await database.asPipeline((tx) => tx.insert(table, row));
    expect(await database.asTenant(tenantOf(newId()), (tx) => tx.find(table))).toEqual([]);
  });

  it('show a learner the messages, but not the sealed address', async () => {
    const seen = (table: EntitySchema) => database.asTenant(tenantOf(learnerId), (tx) => tx.count(table));
    expect([await seen(AddressTable), await seen(MessageTable), await seen(DeliveryTable)]).toEqual([0, 1, 1]);
  });
});
