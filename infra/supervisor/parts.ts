import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Deployment } from '../deployment/prepare-deployment.js';
import { SERVICES, type ServiceName } from '../deployment/services.js';
import { freePort } from '../processes/free-port.js';
import { NodeChild } from './node-child.js';
import { environmentWith, type SupervisorConfig } from './supervisor.config.js';

const infra = dirname(createRequire(import.meta.url).resolve('@laurel/infra/package.json'));
const root = dirname(infra);

export const entryOf = (service: ServiceName): string => join(root, 'services', service, 'dist', 'main.js');
const gatewayEntry = join(infra, 'dist', 'gateway', 'main.js');
const openApiFile = join(root, 'docs', 'openapi', 'laurel.json');

/** Our own processes of a data folder as an earlier run may have left them: enough to end them. */
export const leftOver = (dataFolder: string): NodeChild[] => [
  ...SERVICES.map((name) => new NodeChild({ name, entry: entryOf(name), dataFolder, environment: {} })),
  new NodeChild({ name: 'gateway', entry: gatewayEntry, dataFolder, environment: {} }),
];

/** A process a service, each on a free port of this machine alone, and the gateway on the public one. */
export async function planProcesses(config: SupervisorConfig, deployment: Deployment, port: number, brokers: readonly string[]): Promise<NodeChild[]> {
  const { folder: dataFolder } = deployment;
  const ports = await Promise.all(SERVICES.map(() => freePort()));
  const services = SERVICES.map((name, index) => new NodeChild({ name, dataFolder, entry: entryOf(name), environment: environmentWith({
    ...deployment.serviceEnvironment(name),
    KAFKA_BROKERS: brokers.join(','), HOST: '127.0.0.1', PORT: String(ports[index]), LOG_LEVEL: config.LOG_LEVEL,
    TRUST_PROXY: 'on', // the gateway says who the caller is
  }) }));
  const upstreams = Object.fromEntries(SERVICES.map((name, index) => [`${name.replaceAll('-', '_').toUpperCase()}_URL`, `http://127.0.0.1:${ports[index]}`]));
  const gateway = new NodeChild({ name: 'gateway', dataFolder, entry: gatewayEntry, environment: environmentWith({
    ...deployment.gatewayEnvironment, ...upstreams, HOST: config.HOST, PORT: String(port), TRUST_PROXY: config.TRUST_PROXY, LOG_LEVEL: config.LOG_LEVEL,
    ...(existsSync(openApiFile) ? { OPENAPI_FILE: openApiFile } : {}),
  }) });
  return [...services, gateway];
}
