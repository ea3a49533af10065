import { chmodSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceUrls } from '../database/database-urls.js';
import { provisionDatabase } from '../database/provision-database.js';
import { rememberOrigin } from './origins.js';
import { loadSecrets, type Secrets } from './secrets.js';
import { writeEnvironment, writeFiles } from './service-environment.js';
import { SCHEMAS, SERVICES, type SchemaName, type ServiceName } from './services.js';

export interface DeploymentOptions {
  /** $LAUREL_DATA; made with mode 0700. */
  folder: string;
  /** Who may make roles: the embedded server's superuser, or the site's own DATABASE_URL. */
  databaseAdminUrl: string;
  /** Left out: as the admin's url names it, see databaseOf. */
  database?: string;
  /** The public port, for the origin of the first start. */
  port: number;
  publicOrigin?: string;
  /** Left out: mails become files in `<folder>/mail`. */
  smtpUrl?: string;
}

export interface Deployment {
  folder: string;
  origin: string;
  knownOrigins: string[];
  databaseUrls: Record<SchemaName, ServiceUrls>;
  secrets: Secrets;
  /** For the operator, on the first screen: `<folder>/operator.json`. */
  operatorFile: string;
  /** The variables of one service, each as <VARIABLE>_FILE: see writeEnvironment. */
  serviceEnvironment: (service: ServiceName) => Record<string, string>;
  gatewayEnvironment: Record<string, string>;
}

/** Makes what a deployment needs before its services start; the same again at each start, whenever the last one was killed. */
export async function prepareDeployment(options: DeploymentOptions): Promise<Deployment> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const folder = realpathSync(options.folder);
  chmodSync(folder, 0o700);
  const secrets = await loadSecrets(folder);
  const { origin, knownOrigins } = rememberOrigin(folder, options.port, options.publicOrigin);
  const { databaseAdminUrl, database } = options;
  const databaseUrls = await provisionDatabase(databaseAdminUrl, { database, services: SCHEMAS, passwordOf: secrets.passwordOf });
  const environments = new Map(SERVICES.map((service) => [
    service,
    writeEnvironment({ dataFolder: folder, service, secrets, urls: databaseUrls[service], smtpUrl: options.smtpUrl, origin, knownOrigins }),
  ]));
  return {
    folder, origin, knownOrigins, databaseUrls, secrets,
    operatorFile: join(folder, 'operator.json'),
    serviceEnvironment: (service) => ({ ...environments.get(service) }),
    gatewayEnvironment: writeFiles(join(folder, 'secrets', 'gateway'), { PUBLIC_ORIGIN: ['public-origin', origin] }),
  };
}
