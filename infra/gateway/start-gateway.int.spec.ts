import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import Fastify, { type FastifyInstance } from 'fastify';
import { SERVICES, type ServiceName } from '../deployment/services.js';
import { LARGEST_BODY } from './body-limit.js';
import type { Upstreams } from './proxy.js';
import { startGateway, type Gateway } from './start-gateway.js';

const ORIGIN = 'https://laurel.example';
let services: Record<string, FastifyInstance>;
let gateway: Gateway;

/** A service as far as a gateway can tell: it answers with what it was sent. */
async function startService(name: ServiceName, port = 0): Promise<string> {
  const service = Fastify({ bodyLimit: LARGEST_BODY, forceCloseConnections: true });
  service.get('/health/ready', async () => ({ status: 'ok' }));
  service.get('/metrics', async () => `# HELP up Whether it runs\n# TYPE up gauge\nup 1\n`);
  if (name === 'notifications') service.get('/problems/mine', async () => '<h1>mine</h1>');
  service.addHook('onRequest', async (request, reply) => (request.headers.authorization === 'refused' ? reply.code(401).send({}) : undefined));
  service.addContentTypeParser('text/plain', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  service.post('/v1/accreditations/moved', async (_request, reply) => reply.code(201).header('location', '/v1/accreditations/0190').send({}));
  service.all('/v1/*', async ({ method, url, headers, body }) => ({ name, method, url, headers, body }));
  services[name] = service;
  return service.listen({ port, host: '127.0.0.1' });
}

beforeEach(async () => {
  services = {};
  const urls = await Promise.all(SERVICES.map(async (name) => [name, await startService(name)] as const));
  gateway = await startGateway({ upstreams: Object.fromEntries(urls) as Upstreams, port: 0, origin: ORIGIN, logLevel: 'silent' });
});

afterEach(async () => {
  await gateway.close();
  await Promise.all(Object.values(services).map((service) => service.close()));
});

interface Echo { name: string; method: string; url: string; headers: Record<string, string>; body: unknown }
const echo = async (path: string, init?: RequestInit): Promise<Echo> => (await fetch(gateway.url + path, init)).json() as Promise<Echo>;

async function problem(answer: Response): Promise<Record<string, unknown>> {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json\b/);
  return await answer.json() as Record<string, unknown>;
}

describe('the gateway', () => {
  it('sends each path to its service, query and body as they came', async () => {
    expect(await echo('/v1/me/messages?limit=5&limit=6&x=a%20b+c')).toMatchObject({ name: 'notifications', url: '/v1/me/messages?limit=5&limit=6&x=a%20b+c' });
    expect(await echo('/v1/me/record')).toMatchObject({ name: 'learner-records' });
    const body = '{"b": 1,  "a": "ä"}';
    expect(await echo('/v1/verifications', { method: 'POST', body, headers: { 'content-type': 'text/plain' } })).toMatchObject({ name: 'verification', method: 'POST', body });
    expect(await echo('/v1/providers/1', { method: 'DELETE' })).toMatchObject({ name: 'provider-registry', method: 'DELETE' });
  });

  it('leaves a Location as the service wrote it', async () => {
    const answer = await fetch(`${gateway.url}/v1/accreditations/moved`, { method: 'POST' });
    expect([answer.status, answer.headers.get('location')]).toEqual([201, '/v1/accreditations/0190']);
  });

  it('passes request id and trace on, and says who asks, whatever the caller claims', async () => {
    const sent = { 'x-request-id': 'request-1234', traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', authorization: 'Bearer x', 'x-forwarded-for': '6.6.6.6', forwarded: 'for=6.6.6.6' };
    const { headers } = await echo('/v1/providers', { headers: sent });
    expect(headers).toMatchObject({ 'x-request-id': sent['x-request-id'], traceparent: sent.traceparent, authorization: 'Bearer x', 'x-forwarded-for': '127.0.0.1' });
    expect(headers.forwarded).toBeUndefined();
    const { headers: other } = await echo('/v1/providers', { headers: { 'x-request-id': 'no id\t at all' } });
    expect(other['x-request-id']).toMatch(/^[\w-]{36}$/);
  });

  it('believes X-Forwarded-For behind a proxy of the site', async () => {
    const upstreams = Object.fromEntries(SERVICES.map((name) => [name, services[name]?.listeningOrigin])) as Upstreams;
    const inner = await startGateway({ upstreams, port: 0, origin: ORIGIN, logLevel: 'silent', trustProxy: true });
    const answer = await fetch(`${inner.url}/v1/providers`, { headers: { 'x-forwarded-for': '6.6.6.6, 203.0.113.7' } });
    await inner.close();
    expect(((await answer.json()) as Echo).headers['x-forwarded-for']).toBe('203.0.113.7');
  });

  it('answers 503 with Retry-After for a service that is down, and serves the others', async () => {
    await services['learner-records']?.close();
    const answer = await fetch(`${gateway.url}/v1/outcomes`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await problem(answer)).toMatchObject({ code: 'unavailable', status: 503, type: `${ORIGIN}/problems/unavailable`, detail: 'learner-records does not answer at the moment.' });
    expect(await echo('/v1/providers')).toMatchObject({ name: 'provider-registry' });

    const ready = await fetch(`${gateway.url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await problem(ready)).toMatchObject({ detail: 'Not ready: learner-records.' });
    expect((await fetch(`${gateway.url}/health/live`)).status).toBe(200);
  });

  it('finds a service again that came back on its port', async () => {
    const { port } = new URL(services['learner-records']?.listeningOrigin ?? '');
    await echo('/v1/outcomes/1');
    await services['learner-records']?.close();
    expect((await fetch(`${gateway.url}/v1/outcomes/1`)).status).toBe(503);
    await startService('learner-records', Number(port));
    expect(await echo('/v1/outcomes/1')).toMatchObject({ name: 'learner-records' });
    expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(200);
  });

  it('streams 8 MB through and refuses more, with its length or without', async () => {
    const post = (size: number, chunked: boolean) => fetch(`${gateway.url}/v1/outcomes/batch`, {
      method: 'POST', headers: { 'content-type': 'text/plain' }, duplex: 'half',
      body: chunked ? Readable.toWeb(Readable.from(function* () { for (let sent = 0; sent < size; sent += 65_536) yield Buffer.alloc(Math.min(65_536, size - sent), 'x'); }())) : 'x'.repeat(size),
    } as RequestInit);
    for (const chunked of [false, true]) {
      const whole = await post(LARGEST_BODY, chunked);
      expect(((await whole.json()) as Echo).body).toHaveLength(LARGEST_BODY);
      const large = await post(LARGEST_BODY + 1, chunked);
      expect(large.status).toBe(413);
      expect(await problem(large)).toMatchObject({ code: 'body-too-large' });
    }
  });

  it('hands on a refusal that a service gives before it has read the body', async () => {
    for (let round = 0; round < 20; round += 1) {
      const answer = await fetch(`${gateway.url}/v1/outcomes`, { method: 'POST', body: 'x'.repeat(4 * 1024 * 1024), headers: { authorization: 'refused' } });
      expect(answer.status).toBe(401);
      await answer.text();
    }
  });

  it.each(['/nowhere', '/v1/providersx', '/v1/nothing/../providers%2F..%2F..', '/v1/%zz', '//evil.example/v1/providers'])('refuses %s by a problem', async (path) => {
    const head = await new Promise<string>((resolve, reject) => {
      const socket = connect(gateway.port, '127.0.0.1', () => socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`));
      let text = '';
      socket.on('data', (chunk: Buffer) => { text += chunk.toString(); }).on('end', () => resolve(text)).on('error', reject);
    });
    expect(head).toMatch(/^HTTP\/1.1 40[04] /);
    expect(head).toContain('application/problem+json');
  });

  it('shows the metrics of all, and the page of a problem wherever it is known', async () => {
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics.match(/^up\{service=".*"\} 1$/gm)).toHaveLength(SERVICES.length);
    expect(metrics.match(/^# TYPE up gauge$/gm)).toHaveLength(1);
    expect(metrics).toContain('process_cpu_user_seconds_total{service="gateway"}');
    expect(await (await fetch(`${gateway.url}/problems/mine`)).text()).toBe('<h1>mine</h1>');
    expect((await fetch(`${gateway.url}/problems/nobodys`)).status).toBe(404);
  });
});
