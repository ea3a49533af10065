import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { answerJson, FakeClock, ForeignHost } from '@laurel/testing';
import type { RequestListener } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { ForeignDocuments, type FetchSettings } from './foreign-documents.js';

const clock = new FakeClock();
let host: ForeignHost;

beforeAll(async () => {
  host = await ForeignHost.listen({ names: ['localhost', 'issuer.example'] });
});
afterAll(() => host.close());
beforeEach(() => {
  host.answers.clear();
  host.requests.length = 0;
});

const documents = (settings: Partial<FetchSettings> = {}) => new ForeignDocuments(clock, { loopback: true, anyPort: true, ca: host.certificate, ...settings });
const answer = (path: string, listener: RequestListener) => host.answers.set(path, listener);
const answerBody = (path: string, contentType: string, body: string | Buffer, headers: Record<string, string> = {}) => answer(path, answerOf(contentType, body, headers));
const answerOf = (contentType: string, body: string | Buffer, headers: Record<string, string> = {}): RequestListener => (_request, response) => void response.writeHead(200, { 'content-type': contentType, ...headers }).end(body);

describe('what is fetched', () => {
  it('is the document with its freshness, over TLS for the name, on a connection for itself', async () => {
    answer('/a', answerJson({ id: 'a' }, { 'cache-control': 'max-age=120' }));
    const fetched = await documents({ resolve: () => Promise.resolve(['127.0.0.1']) }).document(`https://issuer.example:${host.port}/a#x`);
    const now = clock.now();
    expect(fetched).toEqual({ url: `https://issuer.example:${host.port}/a`, form: 'json', json: { id: 'a' }, digests: expect.arrayContaining(['sha256-hIml3rRUo2A0XHhovKhnLekrRGyvPTsBSvalbj1UnTA=']), askedAt: now, freshUntil: new Date(now.getTime() + 120_000) });
    expect(host.serverName).toBe('issuer.example');
    expect(host.requests[0]?.headers).toMatchObject({ host: `issuer.example:${host.port}`, 'accept-encoding': 'identity', connection: 'close' });
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/LD+JSON', 'application/did', 'application/did+json', 'application/did+ld+json', 'application/vc', 'application/schema+json'])('is JSON as %s', async (type) => {
    answerBody('/json', type, '{"a":[1]}');
    expect(await documents().json(host.url('/json'))).toMatchObject({ form: 'json', json: { a: [1] } });
  });

  it.each(['application/jwt', 'application/vc+jwt', 'application/statuslist+jwt'])('is a text as %s, which json() refuses', async (type) => {
    answerBody('/jwt', type, 'e30.e30.c2ln\n');
    expect(await documents().document(host.url('/jwt'))).toMatchObject({ form: 'jwt', jwt: 'e30.e30.c2ln' });
    expect(await documents().json(host.url('/jwt'))).toMatchObject({ code: 'fetch-media-type' });
  });

  it('cannot be changed by one for the others', async () => {
    answer('/a', answerJson({ a: { b: 1 } }));
    const fetched = await documents().json(host.url('/a'));
    expect('json' in fetched && Object.isFrozen(fetched.json) && Object.isFrozen((fetched.json as { a: object }).a)).toBe(true);
  });

  it('may be 1 MB', async () => {
    answerBody('/large', 'application/json', JSON.stringify('x'.repeat(1024 * 1024 - 2)));
    expect(await documents().document(host.url('/large'))).toMatchObject({ form: 'json' });
  });
});

describe('what is refused', () => {
  const status = (code: number, headers = {}): RequestListener => (_request, response) => void response.writeHead(code, { 'content-type': 'application/json', ...headers }).end('{}');
  const chunked: RequestListener = (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    for (let chunk = 0; chunk < 17; chunk += 1) response.write('[1,'.repeat(22_000));
    response.end();
  };
  const cases: [string, RequestListener, string][] = [
    ['a redirect to itself', status(302, { location: '/' }), 'fetch-redirect'],
    ['a permanent redirect', status(308, { location: 'https://127.0.0.1/' }), 'fetch-redirect'],
    ['what is not there', status(404), 'fetch-http-status'],
    ['what is gone', status(410), 'fetch-http-status'],
    ['an error', status(500), 'fetch-http-status'],
    ['another success', status(206), 'fetch-http-status'],
    ['another protocol', (request) => void request.socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'), 'fetch-failed'],
    ['HTML', answerOf('text/html', '{}'), 'fetch-media-type'],
    ['text', answerOf('text/plain', '{}'), 'fetch-media-type'],
    ['JSON of another kind than application', answerOf('text/json', '{}'), 'fetch-media-type'],
    ['no media type', (_request, response) => void response.writeHead(200).end('{}'), 'fetch-media-type'],
    ['JSON that is none', answerOf('application/json', '{"a":1,}'), 'fetch-not-json'],
    ['a member twice', answerOf('application/json', '{"a":1,"a":2}'), 'fetch-not-json'],
    ['a byte order mark', answerOf('application/json', '\ufeff{}'), 'fetch-not-json'],
    ['UTF-16', answerOf('application/json; charset=utf-16', Buffer.from('{}', 'utf16le')), 'fetch-not-json'],
    ['too many levels', answerOf('application/json', '['.repeat(65) + ']'.repeat(65)), 'fetch-not-json'],
    ['gzip', answerOf('application/json', gzipSync('{}'), { 'content-encoding': 'gzip' }), 'fetch-encoded'],
    ['more than 1 MB', answerOf('application/json', JSON.stringify('x'.repeat(1024 * 1024))), 'fetch-too-large'],
    ['more than 1 MB, unannounced', chunked, 'fetch-too-large'],
    ['an answer that breaks off', (_request, response) => void response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' }).write('{}', () => response.destroy()), 'fetch-failed'],
    ['no answer', (request) => void request.socket.destroy(), 'fetch-failed'],
    ['no HTTP', (request) => void request.socket.end('hello\r\n\r\n'), 'fetch-failed'],
    ['endless headers', (request) => void request.socket.end(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`), 'fetch-failed'],
  ];

  it.each(cases)('%s: %#', async (_what, listener, code) => {
    answer('/', listener);
    expect(await documents().document(host.url('/'))).toMatchObject({ code });
    expect(host.requests).toHaveLength(1);
  });

  it('says the status', async () => {
    answer('/', status(410));
    expect(await documents().document(host.url('/'))).toMatchObject({ code: 'fetch-http-status', params: { status: 410 } });
  });

  it('a certificate that nobody vouches for, or of another name', async () => {
    expect(await documents({ ca: undefined }).document(host.url('/'))).toMatchObject({ code: 'fetch-failed', detail: expect.stringContaining('DEPTH_ZERO_SELF_SIGNED_CERT') });
    expect(await documents({ resolve: () => Promise.resolve(['127.0.0.1']) }).document(`https://other.example:${host.port}/`)).toMatchObject({ code: 'fetch-failed', detail: expect.stringContaining('ALTNAME') });
    expect(host.requests).toEqual([]);
  });

  const slow: RequestListener = (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip));
  };
  it.each<[string, RequestListener, Partial<FetchSettings>]>([
    ['a body that drips', slow, {}],
    ['headers that never come', () => undefined, {}],
    ['a name server that never answers', () => undefined, { resolve: () => new Promise(() => undefined) }],
  ])('%s, after the deadline', async (_what, listener, settings) => {
    answer('/', listener);
    expect(await documents({ deadlineMs: 300, ...settings }).document(host.url('/'))).toMatchObject({ code: 'fetch-timeout' });
  });

  it('what takes longer than 3 s', async () => {
    answer('/', slow);
    const before = performance.now();
    expect(await documents().document(host.url('/'))).toMatchObject({ code: 'fetch-timeout' });
    expect(performance.now() - before).toBeGreaterThan(2_900);
  });
});

describe('who asks', () => {
  it('shares an answer with all who ask at the same time, and while it is fresh', async () => {
    answer('/a', answerJson({}, { 'cache-control': 'max-age=10' }));
    const fetcher = documents();
    const many = await Promise.all(Array.from({ length: 50 }, (_, index) => fetcher.document(host.url(`/a#${index}`))));
    expect(new Set(many).size).toBe(1);
    clock.advance(9_000);
    expect(await fetcher.document(host.url('/a'))).toBe(many[0]);
    expect(host.requests).toHaveLength(1);
    clock.advance(1_000);
    await fetcher.document(host.url('/a'));
    expect(host.requests).toHaveLength(2);
  });

  it('is asked about once for the rows of a batch, although it may not be kept', async () => {
    answer('/a', answerJson({}, { 'cache-control': 'no-cache' }));
    const [fetcher, since] = [documents(), clock.now()];
    for (let row = 0; row < 5; row += 1) await fetcher.document(host.url('/a'), { since });
    expect(host.requests).toHaveLength(1);
    await fetcher.document(host.url('/a'));
    expect(host.requests).toHaveLength(2);
  });

  it('gets a newer one where what is kept is too old for it', async () => {
    answer('/a', answerJson({}, { 'cache-control': 'max-age=600' }));
    const fetcher = documents();
    const first = await fetcher.document(host.url('/a'));
    clock.advance(60_000);
    expect(await fetcher.document(host.url('/a'), { notBefore: new Date(clock.now().getTime() - 60_000) })).toBe(first);
    expect(await fetcher.document(host.url('/a'), { notBefore: new Date(clock.now().getTime() - 59_999) })).not.toBe(first);
    expect(host.requests).toHaveLength(2);
  });

  it('hears of a failure again for ten seconds', async () => {
    const fetcher = documents();
    for (let round = 0; round < 3; round += 1) expect(await fetcher.document(host.url('/none'))).toMatchObject({ code: 'fetch-http-status' });
    expect(host.requests).toHaveLength(1);
    answer('/none', answerJson({}));
    clock.advance(10_000);
    expect(await fetcher.document(host.url('/none'))).toMatchObject({ form: 'json' });
  });

  it('can leave: the fetch ends, and is no failure for the next', async () => {
    let closed = false;
    answer('/a', (_request, response) => void response.on('close', () => (closed = true)));
    const [fetcher, leaving] = [documents(), new AbortController()];
    const asked = fetcher.document(host.url('/a'), { signal: leaving.signal });
    while (host.requests.length === 0) await sleep(5);
    leaving.abort(new Error('has left'));
    await expect(asked).rejects.toThrow('has left');
    while (!closed) await sleep(5);
    answer('/a', answerJson({}));
    expect(await fetcher.document(host.url('/a'))).toMatchObject({ form: 'json' });
  });

  it('asks one host for six documents at once, and for 120 a minute', async () => {
    let [now, most] = [0, 0];
    for (let number = 0; number <= 120; number += 1) {
      answer(`/${number}`, (request, response) => {
        most = Math.max(most, (now += 1));
        setTimeout(() => {
          now -= 1;
          answerJson({})(request, response);
        }, 10);
      });
    }
    const refused = async (fetcher: ForeignDocuments) => (await Promise.all(Array.from({ length: 121 }, (_, number) => fetcher.document(host.url(`/${number}`))))).flatMap((fetched) => ('code' in fetched ? fetched.code : []));
    const fetcher = documents({ deadlineMs: 60_000 });
    await fetcher.document(host.url('/0'));
    clock.advance(55_000);
    expect(await refused(fetcher)).toEqual(['fetch-limit']);
    expect(most).toBe(6);
    clock.advance(5_000);
    expect(await refused(fetcher)).toEqual([]);
    expect(await refused(documents({ rates: false, deadlineMs: 60_000 }))).toEqual([]);
  });
});
