import { expect, it } from '@jest/globals';
import { resolveHost } from './resolve-host.js';

const never = new AbortController().signal;

it.each(['localhost', 'a.b.localhost'])('knows %s without asking', async (host) => expect(await resolveHost(host, never)).toEqual(['127.0.0.1', '::1']));

it('finds nothing where there is nothing (RFC 6761 section 6.4)', async () => expect(await resolveHost('issuer.invalid', never)).toEqual([]));

it('ends when it is told to', async () => {
  const leaving = new AbortController();
  const asked = resolveHost('slow.invalid', leaving.signal);
  leaving.abort();
  expect(await asked).toEqual([]);
});
