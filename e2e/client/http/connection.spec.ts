import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { Connection } from './connection.js';
import { Refused, Unreachable } from './answer.js';
import { Session } from './session.js';
import { ClientTokens } from './tokens.js';

type Act = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let connection: Connection;
/** What the server does with each request, in order; the last one again and again. */
let acts: Act[];
let seen: string[];

beforeEach(async () => {
  seen = [];
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`.trim());
    const act = acts.length > 1 ? acts.shift() : acts[0];
    act?.(request, response);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  connection = new Connection(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { forMs: 3_000, tryMs: 1_000 });
});
afterEach(() => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }));

const answer = (status: number, body: unknown = {}, headers: Record<string, string> = {}): Act => (_, response) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};
const hangUp: Act = (request) => request.socket.destroy();

describe('a connection', () => {
  it.each([[429], [503]])('waits as long as a %d says, whatever was asked', async (status) => {
    acts = [answer(status, {}, { 'retry-after': '1' }), answer(201, { id: 1 })];
    const began = Date.now();
    expect(await connection.send({ method: 'POST', path: '/x', json: {} })).toMatchObject({ status: 201, body: { id: 1 }, text: '{"id":1}' });
    expect(Date.now() - began).toBeGreaterThanOrEqual(1_000);
  });

  it('asks again over a broken connection where that does no harm', async () => {
    acts = [hangUp, hangUp, answer(200)];
    expect((await connection.send({ method: 'POST', path: '/x', idempotent: true })).status).toBe(200);
    acts = [hangUp, answer(200)];
    expect((await connection.send({ method: 'GET', path: '/x' })).status).toBe(200);
    expect(connection.cutOff).toBe(3);
  });

  it('does not where it might be done twice', async () => {
    acts = [hangUp, answer(200)];
    await expect(connection.send({ method: 'POST', path: '/x' })).rejects.toThrow(Unreachable);
    acts = [answer(502), answer(200)];
    expect((await connection.send({ method: 'POST', path: '/x' })).status).toBe(502);
    expect(seen).toHaveLength(2);
  });

  it('gives up in the end', async () => {
    acts = [hangUp];
    await expect(connection.send({ method: 'GET', path: '/x' })).rejects.toThrow(Unreachable);
  });
});

describe('a session', () => {
  const token = (name: string, seconds: number) => answer(200, { access_token: name, token_type: 'Bearer', expires_in: seconds });
  const session = () => new Session(connection, new ClientTokens(connection, { clientId: 'me', clientSecret: 'secret' }));
  const Anything = z.looseObject({});

  it('asks for one token, however many requests begin at once, and keeps it', async () => {
    acts = [token('a', 600), answer(200)];
    const mine = session();
    await Promise.all([mine.get('/1', Anything), mine.get('/2', Anything)]);
    await mine.get('/3', Anything);
    expect(seen).toEqual([`POST /oauth/token Basic ${Buffer.from('me:secret').toString('base64')}`, 'GET /1 Bearer a', 'GET /2 Bearer a', 'GET /3 Bearer a']);
  });

  it('renews a token that a 401 has found stale, once', async () => {
    acts = [token('a', 600), answer(401), token('b', 600), answer(200)];
    await session().get('/1', Anything);
    expect(seen.slice(1)).toEqual(['GET /1 Bearer a', expect.stringContaining('/oauth/token'), 'GET /1 Bearer b']);
  });

  it('renews it before it ends', async () => {
    acts = [token('a', 0.2), answer(200), token('b', 600), answer(200)];
    const mine = session();
    await mine.get('/1', Anything);
    await new Promise((resolve) => { setTimeout(resolve, 150); });
    await mine.get('/2', Anything);
    expect(seen.at(-1)).toBe('GET /2 Bearer b');
  });

  it('says why it was refused', async () => {
    const problem = { type: 'https://x/problems/not-found', title: 'x', status: 404, detail: 'Nothing here.', code: 'not-found', requestId: 'r' };
    acts = [token('a', 600), answer(404, problem, { 'content-type': 'application/problem+json' })];
    const refused: unknown = await session().get('/1', Anything).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refused);
    expect(refused).toMatchObject({ status: 404, code: 'not-found', message: 'GET /1: 404 not-found: Nothing here.' });
  });
});
