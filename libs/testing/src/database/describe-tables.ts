import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '@laurel/runtime';
import { DataSource, type EntitySchema } from 'typeorm';
import type { z } from 'zod';
import { migratedUrls, scratchDatabase, type Tables } from './scratch-database.js';

/** A table, the schema of its rows, and a row with every member. Several rows of one table may be given, in the order in which tables refer to each other. */
export type TableCase = readonly [EntitySchema, z.ZodType, object];

/**
 * What the compiler cannot hold: that a table gives back every member of its row, and that the migrations made it
 * as its EntitySchema says (architecture.md, Inside a service).
 */
export function describeTables(schema: string, tables: Tables, cases: readonly TableCase[]): void {
  describe(`the tables of ${schema}`, () => {
    let database: Database;

    beforeAll(async () => {
      database = await scratchDatabase(schema, tables);
    });
    afterAll(() => database.close());

    it.each(cases.map((each) => [each[0].options.name, each] as const))('%s gives back every member of a row', async (_name, [table, rowSchema, row]) => {
      expect(rowSchema.parse(row)).toEqual(row);
      await database.asPipeline((tx) => tx.insert(table, row));
      const rows = await database.asPipeline((tx) => tx.find(table));
      expect(rows).toContainEqual(row);
    });

    it('are all of them tried above, and as the migrations make them', async () => {
      expect(new Set(cases.map(([table]) => table))).toEqual(new Set(tables.entities));
      const { owner } = await migratedUrls(schema, tables);
      const source = await new DataSource({ type: 'postgres', url: owner, schema, entities: [...tables.entities] }).initialize();
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      await source.destroy();
      // indexes and constraints are the migrations' own; a column that differs would be altered here
      expect(upQueries.map(({ query }) => query).filter((query) => !/^(DROP INDEX|ALTER TABLE "\w+" DROP CONSTRAINT)/.test(query))).toEqual([]);
    });
  });
}
