import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { discardPostgres } from '@laurel/infra';
import { newId } from '@laurel/runtime';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { StandaloneConfig } from './config.js';
import { startStandalone, type Standalone } from './start-standalone.js';

/** Tenants are kept apart by PostgreSQL and by every route (security.md, Tenant isolation). */
const folder = mkdtempSync(join(tmpdir(), 'laurel-isolation-'));
let laurel: Standalone;
let catalogue: pg.Client;

beforeAll(async () => {
  laurel = await startStandalone(StandaloneConfig.parse({ LAUREL_DATA: folder, PORT: 0, LOG_LEVEL: 'silent', RATE_LIMITS: 'off' }));
  // any role may read the catalogue
  catalogue = new pg.Client({ connectionString: readFileSync(join(folder, 'secrets/verification/database-owner-url'), 'utf8') });
  await catalogue.connect();
}, 60_000);

afterAll(async () => {
  await catalogue.end();
  await laurel.stop();
  discardPostgres(folder);
  rmSync(folder, { recursive: true });
});

const SCHEMAS = `('provider_registry', 'learner_records', 'credential_issuance', 'verification', 'notifications', 'event_log')`;
/** What anybody may see, and what anybody may have checked: verification holds no person, only ids and public facts. */
const PUBLIC = [
  'credential_issuance.issuers', 'credential_issuance.status_lists', 'provider_registry.accreditations', 'provider_registry.achievements',
  'verification.accreditations', 'verification.achievements', 'verification.attestations', 'verification.credentials', 'verification.issuers', 'verification.providers',
];
const rowsOf = async <Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> => (await catalogue.query<Row>(sql)).rows;

describe('the catalogue', () => {
  it('has row-level security forced on every table', async () => {
    const open = await rowsOf(`select n.nspname || '.' || c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ${SCHEMAS} and c.relkind in ('r', 'p') and c.relname <> 'migrations' and not (c.relrowsecurity and c.relforcerowsecurity)`);
    expect(open).toEqual([]);
    expect((await rowsOf<{ n: number }>(`select count(*)::int n from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ${SCHEMAS} and c.relkind = 'r'`))[0]?.n).toBeGreaterThan(25);
  });

  it('gives requests no row of a table that is not public, unless the row says whose it is', async () => {
    const policies = await rowsOf<{ table: string; qual: string | null }>(`select schemaname || '.' || tablename as table, qual from pg_policies where schemaname in ${SCHEMAS} and roles::text ~ '_app'`);
    const unconditional = policies.filter(({ qual }) => qual === 'true').map(({ table }) => table);
    expect([...new Set(unconditional)].sort()).toEqual(PUBLIC.filter((table) => unconditional.includes(table)));
    expect(unconditional).toContain('provider_registry.achievements');
  });

  it('lets no role of a service bypass it, own a table, or reach another schema', async () => {
    const roles = await rowsOf<{ rolname: string }>(`select rolname from pg_roles where rolname ~ '_(app|pipeline|owner)$' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`);
    expect(roles).toEqual([]);
    const owners = await rowsOf(`select tablename from pg_tables where schemaname in ${SCHEMAS} and tableowner <> schemaname || '_owner'`);
    expect(owners).toEqual([]);
    const across = await rowsOf(`select r.rolname, n.nspname from pg_roles r, pg_namespace n where r.rolname ~ '_(app|pipeline|owner)$' and n.nspname in ${SCHEMAS}
      and r.rolname !~ ('^' || n.nspname || '_(app|pipeline|owner)$') and has_schema_privilege(r.oid, n.oid, 'usage')`);
    expect(across).toEqual([]);
  });
});

describe('every route', () => {
  const call = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${laurel.address}${path}`, init);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const json = (body: unknown, token?: string): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }, body: JSON.stringify(body) });
  const tokenOf = async ({ clientId, clientSecret }: Record<string, unknown>) => {
    const headers = { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`, 'content-type': 'application/x-www-form-urlencoded' };
    return String((await call('/oauth/token', { method: 'POST', headers, body: 'grant_type=client_credentials' })).body.access_token);
  };
  const newProvider = async (operator: string) => {
    const { body } = await call('/v1/providers', json({ name: 'x', setting: 'library', email: 'a@x.example' }));
    await call(`/v1/providers/${body.id}/decisions`, json({ decision: 'approve' }, operator));
    const client = await call(`/v1/providers/${body.id}/clients`, json({ name: 'x', scopes: ['provider', 'credentials:issue'] }, operator));
    return { id: String(body.id), clientId: String(client.body.clientId), token: await tokenOf(client.body) };
  };

  it('answers another provider\'s id like one that does not exist', async () => {
    const operator = await tokenOf(JSON.parse(readFileSync(laurel.operatorFile, 'utf8')) as Record<string, unknown>);
    const [mine, other] = [await newProvider(operator), await newProvider(operator)];
    const achievement = { name: 'x', description: 'x', criteria: { narrative: 'x' }, achievementType: 'Badge', formOfLearning: 'informal', setting: 'volunteering' };
    const { body: published } = await call('/v1/achievements', json(achievement, mine.token));
    const { body: outcome } = await call('/v1/outcomes', json({ externalId: '1', learner: { email: 'l@x.example' }, achievementId: published.id, achievedOn: '2026-01-01' }, mine.token));
    const { paths } = (await call('/openapi.json')).body as { paths: Record<string, Record<string, unknown>> };
    const owned: Record<string, string> = {
      '/v1/outcomes/{id}': String(outcome.id), '/v1/outcomes/{id}/withdrawal': String(outcome.id), '/v1/outcomes/{id}/resubmission': String(outcome.id),
      '/v1/achievements/{id}/versions': String(published.id), '/v1/providers/{id}/clients': mine.id, '/v1/providers/{id}/clients/{clientId}': mine.id, '/v1/credentials/{id}': newId(),
      '/issuers/{providerId}/{format}/credentials/issue': mine.id, '/profiles/proof-only/issuers/{providerId}/{format}/credentials/issue': mine.id, '/issuers/{providerId}/credentials/status': mine.id,
    };
    const guarded = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation as { security?: unknown } }))).filter(({ path, operation }) => path.includes('{') && operation.security);
    const forProviders = guarded.filter(({ path }) => !/decisions|accreditations|^\/v1\/me\//.test(path));
    expect(forProviders.map(({ path }) => path).filter((path) => !(path in owned))).toEqual([]);
    const bodies: Record<string, unknown> = { '/v1/achievements/{id}/versions': achievement, '/v1/providers/{id}/clients': { name: 'x' }, '/v1/outcomes/{id}/withdrawal': { reason: 'x' },
      '/issuers/{providerId}/credentials/status': { credentialId: 'urn:x:1', credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' }, status: true } };
    for (const path of ['/issuers/{providerId}/{format}/credentials/issue', '/profiles/proof-only/issuers/{providerId}/{format}/credentials/issue']) bodies[path] = { credential: {} };
    for (const { path, method } of forProviders) {
      const ask = (id: string) => call(path.replace(/\{(id|providerId)\}/, id).replace('{clientId}', mine.clientId).replace('{format}', 'eddsa-rdfc-2022'), { ...json(bodies[path], other.token), method: method.toUpperCase(), ...(method === 'post' ? {} : { body: null, headers: { authorization: `Bearer ${other.token}` } }) });
      const [foreign, unknown] = [await ask(owned[path] ?? ''), await ask(newId())];
      const strip = ({ status, body }: typeof foreign) => ({ status, ...body, requestId: undefined });
      expect({ path, method, ...strip(foreign) }).toEqual({ path, method, ...strip(unknown) });
      expect(foreign.status).toBe(404);
    }
  });
});
