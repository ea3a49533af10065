import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSecrets } from '../deployment/secrets.js';
import { writeEnvironment } from '../deployment/service-environment.js';
import { SERVICES, type ServiceName } from '../deployment/services.js';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const compose = read('docker-compose.yml');

/** The lines of one service of docker-compose.yml. */
const section = (service: string) => new RegExp(`^  ${service}:\n((?:    .*\n|\n)+)`, 'm').exec(compose.slice(compose.indexOf('\nservices:')))?.[1] ?? '';

/** The variables of one service that name files, as docker-compose.yml gives them. */
const filesIn = (service: string) => Object.fromEntries([...section(service).matchAll(/^ {6}(\w+_FILE): (\S+)$/gm)].map(([, name, path]) => [name, path]));

async function variablesOf(service: ServiceName): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-containers-'));
  const variables = writeEnvironment({
    dataFolder: folder, service, secrets: await loadSecrets(folder), urls: { owner: 'o', app: 'a', pipeline: 'p' }, origin: 'http://x', knownOrigins: [],
  });
  rmSync(folder, { recursive: true });
  return Object.fromEntries(Object.entries(variables).map(([name, path]) => [name, path.replace(folder, '/deployment')]));
}

describe('docker-compose.yml', () => {
  it.each(SERVICES)('gives %s the variables that start:distributed gives it, and its own secrets alone', async (service) => {
    expect(filesIn(service)).toEqual(await variablesOf(service));
    expect([...section(service).matchAll(/^ {6}- (\S+):\/deployment\/secrets\S*$/gm)].map(([, volume]) => volume)).toEqual([service]);
    expect(section(service)).toContain(`command: [services/${service}/dist/main.js]`);
  });

  it('sets each of them up before, and has the gateway wait until all are ready', () => {
    for (const service of SERVICES) {
      expect(section('setup')).toContain(`- ${service}:/deployment/secrets/${service}\n`);
      expect(section('gateway')).toContain(`${service}: { condition: service_healthy }`);
      expect(section('gateway')).toContain(`${service.replaceAll('-', '_').toUpperCase()}_URL: http://${service}:8080`);
    }
  });

  it('runs the Kafka that is proven here', () => {
    const version = /kafka_2\.13<\/artifactId>\s*<version>([^<]+)/.exec(read('infra/kafka/pom.xml'))?.[1];
    expect(section('kafka')).toContain(`image: apache/kafka:${version}\n`);
  });
});

describe('Dockerfile', () => {
  it('runs as a plain user, with a health check, and knows every folder that a volume is mounted on', () => {
    const dockerfile = read('Dockerfile');
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toMatch(/^HEALTHCHECK /m);
    for (const service of SERVICES) expect(dockerfile).toContain(`/deployment/secrets/${service}`);
  });
});
