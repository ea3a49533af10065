import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClientScope } from '@laurel/http';
import { newId } from '@laurel/runtime';
import { FakeClock, ServiceUnderTest } from '@laurel/testing';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProviderRegistryConfig, ProviderRegistryModule } from './app.module.js';

const operator = { clientId: newId(), clientSecret: 'o'.repeat(43) };
const clock = new FakeClock();
let registry: ServiceUnderTest;
let asOperator: string;

beforeAll(async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'laurel-registry-')), 'operator.json');
  writeFileSync(file, JSON.stringify(operator));
  const key = { ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }), kid: 'clients' };
  registry = await ServiceUnderTest.start({
    name: 'provider-registry', config: ProviderRegistryConfig, clock, moduleOf: (config) => ProviderRegistryModule.with(config),
    environment: { OPERATOR_FILE: file, CLIENT_TOKEN_KEY: JSON.stringify(key) },
  });
  asOperator = registry.tokenOf('operator', operator.clientId);
});

afterAll(() => registry.stop());

const idOf = (answer: { body: unknown }): string => (answer.body as { id: string }).id;
const library = { name: 'City Library', setting: 'library', email: 'desk@library.example' };
const course = { name: 'First aid', description: 'Gives first aid', criteria: { narrative: 'showed it' }, achievementType: 'Certificate', formOfLearning: 'non-formal', setting: 'library', fields: ['0913'] };

async function approved(): Promise<string> {
  const id = idOf(await registry.post('/v1/providers', library));
  await registry.post(`/v1/providers/${id}/decisions`, { decision: 'approve' }, asOperator);
  return id;
}

async function clientOf(providerId: string, ...scopes: ClientScope[]): Promise<{ clientId: string; clientSecret: string }> {
  const { body } = await registry.post(`/v1/providers/${providerId}/clients`, { name: 'desk', ...(scopes.length > 0 && { scopes }) }, asOperator);
  return body as { clientId: string; clientSecret: string };
}

describe('providers', () => {
  it('apply unseen, and are seen when approved, without their e-mail', async () => {
    const { status, headers, body } = await registry.post('/v1/providers', library);
    expect([status, headers.get('location')]).toEqual([201, `/v1/providers/${idOf({ body })}`]);
    expect((await registry.get(`/v1/providers/${idOf({ body })}`)).status).toBe(404);
    expect((await registry.get(`/v1/providers/${idOf({ body })}`, asOperator)).status).toBe(200);
    await registry.post(`/v1/providers/${idOf({ body })}/decisions`, { decision: 'approve' }, asOperator);
    const seen = await registry.get(`/v1/providers/${idOf({ body })}`);
    expect(seen.body).toMatchObject({ name: 'City Library', status: 'approved', accreditations: [] });
    expect(JSON.stringify(seen.body)).not.toContain('desk@library.example');
  });

  it('cannot be decided on twice alike, nor by anybody else', async () => {
    const id = await approved();
    const again = await registry.post(`/v1/providers/${id}/decisions`, { decision: 'approve' }, asOperator);
    expect(again).toMatchObject({ status: 409, body: { code: 'decision-not-possible' } });
    expect((await registry.post(`/v1/providers/${id}/decisions`, { decision: 'suspend' })).status).toBe(401);
    expect((await registry.post(`/v1/providers/${id}/decisions`, { decision: 'suspend' }, registry.tokenOf('learner', newId()))).status).toBe(403);
  });

  it('are listed page by page, each once', async () => {
    await Promise.all([1, 2, 3].map(() => approved()));
    const ids: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const { body } = await registry.get(`/v1/providers?limit=2${next && `&cursor=${next}`}`);
      const page = body as { items: { id: string }[]; nextCursor: string | null };
      ids.push(...page.items.map(({ id }) => id));
      next = page.nextCursor;
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(3);
  });
});

describe('accreditations', () => {
  it('are public with their scope, and stay visible when withdrawn', async () => {
    const id = await approved();
    const accredit = { accreditor: { name: 'City Council' }, scope: { fields: ['09'], maxLevel: 4 }, validFrom: '2026-01-01', validUntil: '2026-12-31' };
    const given = await registry.post(`/v1/providers/${id}/accreditations`, accredit, asOperator);
    expect(given.status).toBe(201);
    expect((await registry.post(`/v1/accreditations/${idOf(given)}/withdrawal`, { reason: 'moved away' }, asOperator)).status).toBe(201);
    expect((await registry.post(`/v1/accreditations/${idOf(given)}/withdrawal`, { reason: 'moved away' }, asOperator))).toMatchObject({ status: 409, body: { code: 'accreditation-already-withdrawn' } });
    const [shown] = ((await registry.get(`/v1/providers/${id}`)).body as { accreditations: Record<string, unknown>[] }).accreditations;
    expect(shown).toEqual({ ...accredit, id: idOf(given), providerId: id, withdrawnAt: expect.any(String) });
  });

  it('end after they begin', async () => {
    const id = await approved();
    const wrong = { accreditor: { name: 'x' }, scope: {}, validFrom: '2026-02-01', validUntil: '2026-01-01' };
    expect(await registry.post(`/v1/providers/${id}/accreditations`, wrong, asOperator)).toMatchObject({ status: 422, body: { errors: [{ pointer: '/validUntil' }] } });
  });
});

describe('achievements', () => {
  it('get versions; nobody else can make one', async () => {
    const id = await approved();
    await registry.post(`/v1/providers/${id}/accreditations`, { accreditor: { name: 'Council' }, scope: { fields: ['09'] }, validFrom: '2026-01-01' }, asOperator);
    const { clientId, clientSecret } = await clientOf(id);
    expect(clientSecret).toHaveLength(43);
    const token = registry.tokenOf('provider', id, clientId);
    const first = await registry.post('/v1/achievements', course, token);
    expect(first).toMatchObject({ status: 201, body: { version: 1 } });
    const versions = await Promise.all([1, 2, 3].map(() => registry.post(`/v1/achievements/${idOf(first)}/versions`, { ...course, name: 'First aid II' }, token)));
    expect(versions.map(({ body }) => (body as { version: number }).version).sort()).toEqual([2, 3, 4]);
    expect((await registry.get(`/v1/achievements/${idOf(first)}`)).body).toMatchObject({ version: 4, name: 'First aid II', recognisedBy: [{ accreditor: { name: 'Council' } }] });
    const stranger = await approved();
    const foreign = registry.tokenOf('provider', stranger, (await clientOf(stranger)).clientId);
    expect((await registry.post(`/v1/achievements/${idOf(first)}/versions`, course, foreign)).status).toBe(404);
  });
});

describe('clients', () => {
  it('are two at a time, and are worth nothing once deleted', async () => {
    const id = await approved();
    const first = await clientOf(id);
    await clientOf(id);
    expect(await registry.post(`/v1/providers/${id}/clients`, { name: 'third' }, asOperator)).toMatchObject({ status: 409, body: { code: 'too-many-clients' } });
    const token = registry.tokenOf('provider', id, first.clientId);
    expect((await registry.post('/v1/achievements', course, token)).status).toBe(201);
    expect((await registry.delete(`/v1/providers/${id}/clients/${first.clientId}`, asOperator)).status).toBe(204);
    expect((await registry.post('/v1/achievements', course, token)).status).toBe(401);
    expect((await registry.form('/oauth/token', 'grant_type=client_credentials', first)).status).toBe(401);
  });

  it('of a suspended provider are worth nothing until it is reinstated', async () => {
    const id = await approved();
    const token = registry.tokenOf('provider', id, (await clientOf(id)).clientId);
    await registry.post(`/v1/providers/${id}/decisions`, { decision: 'suspend', reason: 'fire safety' }, asOperator);
    expect((await registry.post('/v1/achievements', course, token)).status).toBe(401);
    await registry.post(`/v1/providers/${id}/decisions`, { decision: 'reinstate' }, asOperator);
    expect((await registry.post('/v1/achievements', course, token)).status).toBe(201);
  });
});

describe('tokens', () => {
  it('are given for id and secret by HTTP Basic, and tell errors in the words of RFC 6749', async () => {
    const good = await registry.form('/oauth/token', 'grant_type=client_credentials', operator);
    expect(good).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 600, scope: 'operator' } });
    const client = await clientOf(await approved());
    const error = async (form: string, who?: typeof operator) => (await registry.form('/oauth/token', form, who)).body;
    expect(await error('grant_type=client_credentials', { ...operator, clientSecret: 'wrong' })).toMatchObject({ error: 'invalid_client' });
    expect(await error('grant_type=client_credentials')).toMatchObject({ error: 'invalid_client' });
    expect(await error('grant_type=password', operator)).toMatchObject({ error: 'unsupported_grant_type' });
    expect(await error('', operator)).toMatchObject({ error: 'invalid_request' });
    expect(await registry.post('/oauth/token', { grant_type: 'client_credentials' })).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
    expect(await error('grant_type=client_credentials&grant_type=x', operator)).toMatchObject({ error: 'invalid_request' });
    expect(await error('grant_type=client_credentials&scope=operator', client)).toMatchObject({ error: 'invalid_scope' });
  });

  it.each<[string, ClientScope[], string | undefined, string | undefined]>([
    ['everything that the client was made for', ['provider', 'credentials:issue'], undefined, 'provider credentials:issue'],
    ['less, where less was asked for', ['provider', 'credentials:issue'], 'credentials:issue', 'credentials:issue'],
    ['the administration alone, unless said otherwise', [], undefined, 'provider'],
    ['nothing beyond', ['credentials:issue'], 'provider', undefined],
    ['nothing of another role', ['provider'], 'provider learner', undefined],
  ])('are good for %s', async (_, scopes, asked, given) => {
    const client = await clientOf(await approved(), ...scopes);
    const { body } = await registry.form('/oauth/token', `grant_type=client_credentials${asked === undefined ? '' : `&scope=${encodeURIComponent(asked)}`}`, client);
    expect(body).toMatchObject(given === undefined ? { error: 'invalid_scope' } : { scope: given });
  });

  it('of a client that words credentials open no other door', async () => {
    const id = await approved();
    const token = registry.tokenOf('credentials:issue', id, (await clientOf(id, 'credentials:issue')).clientId);
    expect(await registry.post('/v1/achievements', course, token)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await registry.post(`/v1/providers/${id}/clients`, { name: 'more' }, token)).status).toBe(403);
  });
});
