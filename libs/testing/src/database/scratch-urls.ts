import { createHash, randomBytes } from 'node:crypto';
import { databaseUrls, provisionDatabase, type ServiceUrls } from '@laurel/infra';
import pg from 'pg';
import { oncePerRun } from '../run/once-per-run.js';
import { testPostgres } from './postgres.js';

const passwordOf = (role: string): string => `test ${role}`;

/** Makes a template what its clones shall be, with the urls of its roles. */
type Prepare<Service extends string> = (urls: Record<Service, ServiceUrls>) => Promise<void>;

/**
 * A fresh database for one test or suite, shared by the schemas of some services, each with its three roles and no
 * tables yet: for tests of whole applications, which migrate themselves. Cloned from a template, 0.1 s.
 */
export const scratchUrls = <Service extends string>(...services: readonly Service[]): Promise<Record<Service, ServiceUrls>> =>
  clone(services, services.join(' '), async () => undefined);

/** As scratchUrls, from a template that was prepared once a run; `fingerprint` names what it was prepared with. */
export async function clone<Service extends string>(services: readonly Service[], fingerprint: string, prepare: Prepare<Service>): Promise<Record<Service, ServiceUrls>> {
  const admin = await testPostgres();
  const template = `template_${createHash('sha256').update(fingerprint).digest('hex').slice(0, 16)}`;
  await oncePerRun(template, async () => {
    await prepare(await provisionDatabase(admin, { database: template, services, passwordOf }));
    return template;
  });
  const database = `scratch_${randomBytes(8).toString('hex')}`;
  await asAdmin(admin, `create database ${database} template ${template}`);
  return databaseUrls(admin, { database, services, passwordOf });
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
