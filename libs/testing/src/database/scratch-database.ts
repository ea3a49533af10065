import type { ServiceUrls } from '@laurel/infra';
import { Database, migrate, type DatabaseOptions } from '@laurel/runtime';
import { clone } from './scratch-urls.js';

export type Tables = Pick<DatabaseOptions, 'entities' | 'migrations' | 'poolSize'>;

/** A fresh, migrated database of one service, opened; close it when the test is over. The server goes with the run. */
export async function scratchDatabase(schema: string, tables: Tables): Promise<Database> {
  return Database.open({ schema, ...tables, urls: await migratedUrls(schema, tables) });
}

/** As scratchDatabase, for who opens it: the urls of its roles. */
export async function migratedUrls(schema: string, tables: Tables): Promise<ServiceUrls> {
  const fingerprint = [schema, ...tables.migrations.map(String)].join('\n');
  const urls = await clone([schema], fingerprint, async ({ [schema]: roles }) => {
    if (roles) await migrate({ schema, ...tables, urls: roles });
  });
  const own = urls[schema];
  if (!own) throw new Error(`no urls for ${schema}`);
  return own;
}
