import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { databaseUrls, withDatabase, type DatabaseOptions } from './database-urls.js';
import { provisionDatabase } from './provision-database.js';
import type { RunningPostgres } from '../postgres/server.js';
import { discardPostgres, startPostgres } from '../postgres/start-postgres.js';

const options: DatabaseOptions<'learner-records' | 'event-log'> = { database: 'laurel', services: ['learner-records', 'event-log'], passwordOf: (role) => `the password of ${role} @:/?#` };
const folder = mkdtempSync(join(tmpdir(), 'laurel-roles-'));
let server: RunningPostgres;

beforeAll(async () => {
  server = await startPostgres({ folder, fsync: false });
});

afterAll(async () => {
  await server.stop();
  discardPostgres(folder);
  rmSync(folder, { recursive: true });
});

async function query(url: string | undefined, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe('provisionDatabase', () => {
  it('gives each service a schema of its own, and its roles what each needs', async () => {
    const urls = await provisionDatabase(server.url, options);
    const records = urls['learner-records'];
    await query(records.owner, 'create table notes (id int generated always as identity, serial_id serial, text text)');
    for (const url of [records.app, records.pipeline]) {
      await query(url, `insert into notes (text) values ('first')`);
      await query(url, `update notes set text = 'second'`);
    }
    expect(await query(records.app, 'select distinct text from notes')).toEqual([{ text: 'second' }]);
    await expect(query(records.app, 'create table other ()')).rejects.toThrow(/permission denied for schema/);
    await expect(query(records.app, 'drop table notes')).rejects.toThrow(/must be owner/);
    await expect(query(records.app, 'truncate notes')).rejects.toThrow(/permission denied/);
    await expect(query(urls['event-log'].app, 'select * from learner_records.notes')).rejects.toThrow(/permission denied for schema/);
    await expect(query(urls['event-log'].owner, 'select * from learner_records.notes')).rejects.toThrow(/permission denied for schema/);
    await expect(query(records.owner, 'create table public.other ()')).rejects.toThrow(/permission denied for schema public/);
  });

  it('makes roles that are bound by row-level security', async () => {
    await provisionDatabase(server.url, options);
    const roles = await query(server.url, `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolcanlogin from pg_roles where rolname like 'learner\\_records\\_%'`);
    expect(roles).toEqual(Array(3).fill({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, rolcanlogin: true }));
  });

  it('may be called again, by several at once, and with a new password', async () => {
    await Promise.all([1, 2, 3].map(() => provisionDatabase(server.url, options)));
    const changed = await provisionDatabase(server.url, { ...options, passwordOf: () => 'changed' });
    expect(await query(changed['learner-records'].app, 'select current_user as me')).toEqual([{ me: 'learner_records_app' }]);
    await provisionDatabase(server.url, options);
    await expect(query(changed['learner-records'].app, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('gives urls for a clone of the database', async () => {
    const { 'learner-records': records } = await provisionDatabase(server.url, options);
    await query(records.owner, 'create table if not exists cloned (n int)');
    await query(server.url, 'create database laurel_test_1 template laurel');
    const clone = databaseUrls(server.url, { ...options, database: 'laurel_test_1' })['learner-records'];
    expect(await query(clone.app, 'select current_database() as here, (select count(*)::int from cloned) as n')).toEqual([{ here: 'laurel_test_1', n: 0 }]);
    await query(clone.owner, 'create table later (n int)');
    await query(clone.pipeline, 'insert into later values (1)');
  });

  it('works for a user who is no superuser, in the database that its url names', async () => {
    await query(server.url, `create role site login createrole password 'site'`);
    await query(server.url, 'create database site_database owner site');
    const siteUrl = withDatabase(server.url, 'site_database', { name: 'site', password: 'site' });
    const site: DatabaseOptions<'verification'> = { services: ['verification'], passwordOf: options.passwordOf };
    for (let start = 0; start < 2; start += 1) {
      const { verification } = await provisionDatabase(siteUrl, site);
      await query(verification.owner, 'create table if not exists checks (n int)');
      await query(verification.app, 'insert into checks values (1)');
    }
    expect(await query(siteUrl, 'select current_database() as here')).toEqual([{ here: 'site_database' }]);
  });

  it('refuses a role that somebody made stronger', async () => {
    await query(server.url, 'create role verification_x_owner bypassrls');
    await expect(provisionDatabase(server.url, { ...options, services: ['verification-x'] })).rejects.toThrow(/verification_x_owner exists and may do more/);
  });
});
