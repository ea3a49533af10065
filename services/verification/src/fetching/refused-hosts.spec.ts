import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerJson, FakeClock, ForeignHost } from '@laurel/testing';
import { ForeignDocuments, type FetchSettings } from './foreign-documents.js';

let host: ForeignHost;
/** Where a second answer of a name server would lead. */
let elsewhere: ForeignHost;

beforeAll(async () => {
  host = await ForeignHost.listen({ names: ['issuer.example'] });
  elsewhere = await ForeignHost.listen({ names: ['issuer.example'], address: '127.0.0.2', port: host.port });
  for (const each of [host, elsewhere]) each.answers.set('/', answerJson({}));
});
afterAll(() => Promise.all([host.close(), elsewhere.close()]));

const documents = (settings: FetchSettings) => new ForeignDocuments(new FakeClock(), { ca: host.certificate, ...settings });
const usual = { loopback: false, anyPort: false };
/** Of what is usual all but the port, so that nothing but the address keeps us from the server that listens. */
const addressAlone = { loopback: false, anyPort: true };

describe('no connection is made', () => {
  const spellings = ['127.0.0.1', '127.1', '0x7f.0.0.1', '0x7f000001', '0177.0.0.1', '2130706433', '127.0.0.1.', '１２７.０.０.１', 'localhost', 'localhost.', 'LOCALHOST', 'ⓛocalhost', 'a.localhost', '0.0.0.0', '[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]', '[fe80::1%25lo]', '127.0.0.2'];

  it.each(spellings)('to %s', async (spelling) => {
    const url = `https://${spelling}:${host.port}/`;
    const codes = ['fetch-refused-address', 'fetch-invalid-url'];
    expect(codes).toContain(codeOf(await documents(addressAlone).document(url)));
    expect(['fetch-refused-port', ...codes]).toContain(codeOf(await documents(usual).document(url)));
    expect([host.connections, elsewhere.connections]).toEqual([0, 0]);
  });

  it.each([
    [['127.0.0.1']],
    [['93.184.216.34', '127.0.0.1']],
    [['::1']],
    [['::ffff:127.0.0.1']],
    [['10.0.0.1']],
    [['100.64.0.1']],
    [['169.254.169.254']],
    [['168.63.129.16']],
    [['224.0.0.1']],
    [['fd00:ec2::254']],
    [['2606:4700:4700::1111', 'fe80::1']],
    [['not an address']],
  ])('to a name with the addresses %j, and they are not told', async (addresses) => {
    const fetched = await documents({ ...addressAlone, resolve: () => Promise.resolve(addresses) }).document(`https://issuer.example:${host.port}/`);
    expect(fetched).toEqual({ code: 'fetch-refused-address', params: { host: `issuer.example:${host.port}` }, detail: expect.any(String) });
    expect([host.connections, elsewhere.connections]).toEqual([0, 0]);
  });

  it.each([[['127.0.0.1', '10.0.0.1']], [['::ffff:127.0.0.1']], [['0.0.0.0']], [['169.254.169.254']]])('even where loopback is allowed, to a name with the addresses %j', async (addresses) => {
    const fetched = await documents({ loopback: true, anyPort: true, resolve: () => Promise.resolve(addresses) }).document(`https://issuer.example:${host.port}/`);
    expect(fetched).toMatchObject({ code: 'fetch-refused-address' });
    expect(host.connections).toBe(0);
  });

  it('to a name without addresses', async () => {
    expect(await documents({ ...usual, resolve: () => Promise.resolve([]) }).document('https://issuer.example/')).toMatchObject({ code: 'fetch-failed' });
  });
});

describe('a name server that changes its mind', () => {
  /** Answers loopback first, then another machine's address, as a rebinding name server would. */
  function rebinding(...answers: string[][]) {
    let asked = 0;
    return { resolve: () => Promise.resolve(answers[asked++] ?? []), asked: () => asked };
  }

  it('is asked once, and the address that was checked is the one that is used', async () => {
    const { resolve, asked } = rebinding(['127.0.0.1'], ['127.0.0.2']);
    expect(await documents({ loopback: true, anyPort: true, resolve }).document(`https://issuer.example:${host.port}/`)).toMatchObject({ form: 'json' });
    expect([asked(), host.connections, elsewhere.connections]).toEqual([1, 1, 0]);
  });

  it('is checked at every fetch', async () => {
    const { resolve, asked } = rebinding(['127.0.0.1'], ['192.168.0.1']);
    const fetcher = documents({ loopback: true, anyPort: true, resolve });
    host.answers.set('/', answerJson({}, { 'cache-control': 'no-store' }));
    expect(await fetcher.document(`https://issuer.example:${host.port}/`)).toMatchObject({ form: 'json' });
    const before = host.connections;
    expect(await fetcher.document(`https://issuer.example:${host.port}/`)).toMatchObject({ code: 'fetch-refused-address' });
    expect([asked(), host.connections - before, elsewhere.connections]).toEqual([2, 0, 0]);
  });
});

const codeOf = (fetched: object): unknown => ('code' in fetched ? fetched.code : 'fetched');
