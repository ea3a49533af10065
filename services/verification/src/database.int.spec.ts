import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANYONE, type Database } from '@laurel/runtime';
import { migratedUrls, scratchDatabase } from '@laurel/testing';
import { DataSource, type EntitySchema } from 'typeorm';
import type { z } from 'zod';
import { AccreditationFact, AchievementFact, IssuerFact, ProviderFact } from './copies/fact.js';
import { AccreditationTable, AchievementTable, IssuerTable, ProviderTable } from './copies/fact.table.js';
import { KnownCredential } from './credentials/known-credential.js';
import { KnownCredentialTable } from './credentials/known-credential.table.js';
import { entities, migrations, schema } from './database.js';
import { accreditation, achievement, issuer, provider, revoked } from './samples/first-aid.js';

const TABLES: readonly [EntitySchema, z.ZodType, object][] = [
  [ProviderTable, ProviderFact, { id: provider.id, version: 3, fact: provider }],
  [AccreditationTable, AccreditationFact, { id: accreditation.id, version: 1, fact: accreditation }],
  [AchievementTable, AchievementFact, { id: achievement.id, version: 2, fact: achievement }],
  [IssuerTable, IssuerFact, { id: issuer.id, version: 1, fact: issuer }],
  [KnownCredentialTable, KnownCredential, revoked],
];

describe('the tables', () => {
  let database: Database;

  beforeAll(async () => {
    database = await scratchDatabase(schema, { entities, migrations });
  });
  afterAll(() => database.close());

  it.each(TABLES)('%# give back every member of a row, to anybody, for reading alone', async (table, rowSchema, row) => {
    await database.asPipeline((tx) => tx.insert(table, row));
    expect(await database.asTenant(ANYONE, (tx) => tx.find(table))).toEqual([row]);
    expect(rowSchema.parse(row)).toEqual(row);
    await expect(database.asTenant(ANYONE, (tx) => tx.insert(table, { ...row, version: 9, id: '0193609a-0000-7000-8000-0000000000ff' }))).rejects.toThrow(/row-level security/);
    expect(await database.asPipeline((tx) => tx.find(table))).toEqual([row]);
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
