import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, tenantOf, type Database } from '@laurel/runtime';
import { migratedUrls, scratchDatabase } from '@laurel/testing';
import { DataSource, type EntitySchema } from 'typeorm';
import type { z } from 'zod';
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
const TABLES: readonly [EntitySchema, z.ZodType, object][] = [
  [AddressTable, Address, { learnerId, contact: 'eyJh..aXY.Y2lwaGVy.dGFn', version: 3 }],
  [MessageTable, Message, {
    id: messageId, eventId: newId(), recipient: learnerId, learnerId, credentialId: newId(), content: { template: 'sign-in-code', expiresAt: NOW },
    sealed: 'eyJh..aXY.Y2lwaGVy.dGFn', traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`, createdAt: NOW,
  }],
  [DeliveryTable, Delivery, { messageId, learnerId, state: 'failed', urgent: true, tries: 2, dueAt: NOW, giveUpAt: NOW, settledAt: NOW, fault: 'EENVELOPE 550' }],
];

describe('the tables', () => {
  let database: Database;

  beforeAll(async () => {
    database = await scratchDatabase(schema, { entities, migrations });
  });
  afterAll(() => database.close());

  it.each(TABLES)('%# give back every member of a row, to nobody else', async (table, rowSchema, row) => {
    await database.asPipeline((tx) => tx.insert(table, row));
    expect(await database.asPipeline((tx) => tx.find(table))).toEqual([row]);
    expect(rowSchema.parse(row)).toEqual(row);
    expect(await database.asTenant(tenantOf(newId()), (tx) => tx.find(table))).toEqual([]);
  });

  it('show a learner the messages, but not the sealed address', async () => {
    const seen = (table: EntitySchema) => database.asTenant(tenantOf(learnerId), (tx) => tx.count(table));
    expect([await seen(AddressTable), await seen(MessageTable), await seen(DeliveryTable)]).toEqual([0, 1, 1]);
  });

  it('are all of them tried above, and as the migrations make them', async () => {
    expect(TABLES.map(([table]) => table)).toEqual(entities);
    const { owner } = await migratedUrls(schema, { entities, migrations });
    const source = await new DataSource({ type: 'postgres', url: owner, schema, entities }).initialize();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    await source.destroy();
    // Indexes and constraints are the migrations' own; a column that differs would be altered here.
    expect(upQueries.map(({ query }) => query).filter((query) => !/^(DROP INDEX|ALTER TABLE "\w+" DROP CONSTRAINT)/.test(query))).toEqual([]);
  });
});
