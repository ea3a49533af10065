import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, importJWK, jwtVerify, SignJWT, type JWK } from 'jose';
import pg from 'pg';
import type { RunningPostgres } from '../postgres/server.js';
import { discardPostgres, startPostgres } from '../postgres/start-postgres.js';
import { prepareDeployment, type Deployment, type DeploymentOptions } from './prepare-deployment.js';
import { SERVICES } from './services.js';

const serverFolder = mkdtempSync(join(tmpdir(), 'laurel-deployment-'));
let server: RunningPostgres;
let folder: string;

beforeAll(async () => {
  server = await startPostgres({ folder: serverFolder, fsync: false });
});

afterAll(async () => {
  await server.stop();
  discardPostgres(serverFolder);
  rmSync(serverFolder, { recursive: true });
});

beforeEach(() => {
  folder = join(serverFolder, `data-${Math.random()}`);
});

const prepare = (options: Partial<DeploymentOptions> = {}): Promise<Deployment> =>
  prepareDeployment({ folder, databaseAdminUrl: server.url, port: 8080, ...options });

const secretOf = (deployment: Deployment, service: (typeof SERVICES)[number], variable: string): string =>
  readFileSync(deployment.serviceEnvironment(service)[`${variable}_FILE`] ?? 'none', 'utf8');

function filesBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe('prepareDeployment', () => {
  it('gives every service database urls that work, each under a role of its own', async () => {
    const deployment = await prepare();
    for (const service of SERVICES) {
      const client = new pg.Client({ connectionString: secretOf(deployment, service, 'DATABASE_URL') });
      await client.connect();
      const { rows } = await client.query<{ role: string; schema: string }>('select current_user as role, current_schema as schema');
      await client.end();
      const schema = service.replaceAll('-', '_');
      expect(rows).toEqual([{ role: `${schema}_app`, schema }]);
    }
  });

  it('makes token keys whose public halves everybody has, each with the one issuer it is for', async () => {
    const deployment = await prepare();
    const jwks = JSON.parse(secretOf(deployment, 'verification', 'JWKS')) as { keys: (JWK & { laurel_issuer: string })[] };
    expect(jwks.keys.map((key) => key.laurel_issuer)).toEqual(['provider-registry', 'learner-records']);
    expect(JSON.stringify(jwks)).not.toContain('"d"');
    for (const [service, variable] of [['provider-registry', 'CLIENT_TOKEN_KEY'], ['learner-records', 'LEARNER_TOKEN_KEY']] as const) {
      const jwk = JSON.parse(secretOf(deployment, service, variable)) as JWK;
      const token = await new SignJWT({}).setProtectedHeader({ alg: 'ES256', kid: jwk.kid }).sign(await importJWK(jwk, 'ES256'));
      await expect(jwtVerify(token, createLocalJWKSet(jwks))).resolves.toBeDefined();
    }
  });

  it('gives nobody a secret that is not theirs', async () => {
    const deployment = await prepare();
    const holders = (variable: string) => SERVICES.filter((service) => `${variable}_FILE` in deployment.serviceEnvironment(service));
    expect(holders('KEY_ENCRYPTION_KEY')).toEqual(['credential-issuance']);
    expect(holders('CONTACT_KEY')).toEqual(['learner-records', 'notifications']);
    expect(holders('OPERATOR')).toEqual(['provider-registry']);
    expect(Buffer.from(secretOf(deployment, 'notifications', 'CONTACT_KEY'), 'base64url')).toHaveLength(32);
    expect(secretOf(deployment, 'notifications', 'CONTACT_KEY')).toBe(secretOf(deployment, 'learner-records', 'CONTACT_KEY'));
  });

  it('keeps everything over a second start, and nothing readable by others', async () => {
    const first = await prepare();
    const before = filesBelow(folder).map((path) => [path, readFileSync(path, 'utf8')]);
    const second = await prepare();
    expect(filesBelow(folder).map((path) => [path, readFileSync(path, 'utf8')])).toEqual(before);
    expect(second.secrets.operator).toBe(first.secrets.operator);
    expect(JSON.parse(readFileSync(join(folder, 'operator.json'), 'utf8'))).toEqual({ clientId: expect.any(String), clientSecret: expect.stringMatching(/^[\w-]{43}$/) });
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const [path] of before) expect(statSync(path as string).mode & 0o077).toBe(0);
  });

  it('gives two first starts at once the same secrets', async () => {
    const [one, other] = await Promise.all([prepare(), prepare()]);
    expect(one.secrets.jwks).toBe(other.secrets.jwks);
    expect(one.secrets.operator).toBe(other.secrets.operator);
    expect(one.secrets.passwordOf('x')).toBe(other.secrets.passwordOf('x'));
  });

  it('keeps the origin of the first start unless told another, and knows every one it ever had', async () => {
    expect((await prepare({ port: 8081 })).origin).toBe('http://127.0.0.1:8081');
    expect((await prepare({ port: 9090 })).origin).toBe('http://127.0.0.1:8081');
    const moved = await prepare({ publicOrigin: 'https://laurel.example/' });
    expect(moved.origin).toBe('https://laurel.example');
    expect(secretOf(moved, 'verification', 'PUBLIC_ORIGIN')).toBe('https://laurel.example');
    expect(secretOf(moved, 'verification', 'KNOWN_ORIGINS')).toBe('http://127.0.0.1:8081,https://laurel.example');
    await expect(prepare({ publicOrigin: 'https://laurel.example/path' })).rejects.toThrow(/without a path/);
  });

  it('has mails sent, or written to a folder', async () => {
    const toFolder = await prepare();
    expect([secretOf(toFolder, 'notifications', 'MAIL_FOLDER'), secretOf(toFolder, 'notifications', 'SMTP_URL')]).toEqual([join(folder, 'mail'), '']);
    const sent = await prepare({ smtpUrl: 'smtp://mail.example' });
    expect([secretOf(sent, 'notifications', 'MAIL_FOLDER'), secretOf(sent, 'notifications', 'SMTP_URL')]).toEqual(['', 'smtp://mail.example']);
  });
});
