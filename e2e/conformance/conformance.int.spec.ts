import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { IncomingMessage } from 'node:http';
import { ownPort } from '../system/own-port.js';
import { childEnvironment, root } from '../system/surroundings.config.js';

interface Endpoint {
  readonly id: string;
  readonly endpoint: string;
  readonly headers?: Record<string, string>;
}

const out = mkdtempSync(join(tmpdir(), 'laurel-suites-'));
let running: ChildProcess;

beforeAll(async () => {
  running = spawn(process.execPath, [join(root, 'e2e/dist/conformance.js'), '--out', out, '--port', String(await ownPort())], { env: childEnvironment({}), stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const chunk of running.stdout ?? []) if (String(chunk).includes('Ctrl-C')) break;
});
afterAll(() => { rmSync(out, { recursive: true, force: true }); });

async function post({ endpoint, headers }: Endpoint, body: object): Promise<{ status?: number; body: { verifiableCredential?: object } }> {
  const sent = request(endpoint, { method: 'POST', ca: readFileSync(join(out, 'certificate.pem')), headers: { 'content-type': 'application/json', ...headers } }).end(JSON.stringify(body));
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, body: JSON.parse(await text(answer)) as { verifiableCredential?: object } };
}

it('npm run conformance: what a suite is told issues and verifies over https, and Ctrl-C ends it', async () => {
  const { implementations: [laurel] } = createRequire(import.meta.url)(join(out, 'localConfig.cjs')) as { implementations: [{ issuers: Endpoint[]; verifiers: [Endpoint] }] };
  for (const issuer of laurel.issuers.filter(({ endpoint }) => !endpoint.includes('ecdsa-sd'))) {
    const credential = { '@context': ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'], type: ['VerifiableCredential'], issuer: issuer.id, credentialSubject: { name: 'Alice' } };
    const issued = await post(issuer, { credential });
    expect(`${issuer.endpoint} ${issued.status}`).toBe(`${issuer.endpoint} 201`);
    expect((await post(laurel.verifiers[0], { verifiableCredential: issued.body.verifiableCredential })).status).toBe(200);
  }
  running.kill('SIGINT');
  expect((await once(running, 'exit'))[0]).toBe(0);
});
