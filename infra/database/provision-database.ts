import pg from 'pg';
import { databaseOf, databaseUrls, ROLE_KINDS, schemaOf, withDatabase, type DatabaseOptions, type ServiceUrls } from './database-urls.js';

const { escapeIdentifier: name, escapeLiteral: literal } = pg;

/** Two deployments that begin at once wait for each other: roles and databases belong to the whole server. */
const PROVISIONING = 7_275_352; // any number that nobody else locks

/**
 * Creates the database and, for each service, its schema and its three roles, with the rights of each; what is there
 * already is left or set right, so every start may call it.
 *
 * `<schema>_owner` owns the schema and runs migrations; `<schema>_app` and `<schema>_pipeline` may read and write the
 * owner's tables and nothing else. All may log in; none is superuser, bypasses row-level security, or makes databases.
 *
 * @param adminUrl a superuser, or a user with CREATEROLE who owns the database (and has CREATEDB, if it isn't there yet)
 */
export async function provisionDatabase<Service extends string>(adminUrl: string, options: DatabaseOptions<Service>): Promise<Record<Service, ServiceUrls>> {
  const database = databaseOf(adminUrl, options.database);
  await connected(adminUrl, async (server) => {
    await server.query('select pg_advisory_lock($1)', [PROVISIONING]);
    await createDatabase(server, database);
    for (const service of options.services) await createRoles(server, schemaOf(service), options.passwordOf);
    await connected(withDatabase(adminUrl, database), async (client) => {
      await client.query(`revoke all on database ${name(database)} from public; revoke all on schema public from public`);
      for (const service of options.services) await client.query(schemaStatements(database, schemaOf(service)));
    });
  });
  return databaseUrls(adminUrl, options);
}

async function connected(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'laurel provisioning' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function createDatabase(server: pg.Client, database: string): Promise<void> {
  const { rowCount } = await server.query('select from pg_database where datname = $1', [database]);
  if (rowCount === 0) await server.query(`create database ${name(database)}`);
}

async function createRoles(server: pg.Client, schema: string, passwordOf: (role: string) => string): Promise<void> {
  for (const role of ROLE_KINDS.map((kind) => `${schema}_${kind}`)) {
    const { rows } = await server.query<{ too_strong: boolean }>(
      'select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole as too_strong from pg_roles where rolname = $1', [role],
    );
    if (rows[0]?.too_strong) throw new Error(`the database role ${role} exists and may do more than a service must; alter or drop it`);
    const verb = rows.length ? 'alter' : 'create';
    await server.query(`${verb} role ${name(role)} login password ${literal(passwordOf(role))}`);
    await server.query(`alter role ${name(role)} set search_path = ${name(schema)}`);
  }
}

/** Default privileges are the owner's: they reach every table that its migrations will ever create. */
function schemaStatements(database: string, schema: string): string {
  const [s, owner, app, pipeline] = [schema, ...ROLE_KINDS.map((kind) => `${schema}_${kind}`)].map(name) as [string, string, string, string];
  return `
    grant ${owner} to current_user;
    grant connect on database ${name(database)} to ${owner}, ${app}, ${pipeline};
    create schema if not exists ${s} authorization ${owner};
    revoke all on schema ${s} from public;
    grant usage on schema ${s} to ${app}, ${pipeline};
    alter default privileges for role ${owner} revoke execute on functions from public;
    alter default privileges for role ${owner} revoke usage on types from public;
    alter default privileges for role ${owner} in schema ${s} grant select, insert, update, delete on tables to ${app}, ${pipeline};
    alter default privileges for role ${owner} in schema ${s} grant usage, select on sequences to ${app}, ${pipeline};
    alter default privileges for role ${owner} in schema ${s} grant execute on functions to ${app}, ${pipeline};
    alter default privileges for role ${owner} in schema ${s} grant usage on types to ${app}, ${pipeline}`;
}
