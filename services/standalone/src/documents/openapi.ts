import { createApp, openApiOf } from '@laurel/http';
import { prepareDeployment, discardPostgres, startPostgres } from '@laurel/infra';
import { createLogger, PublicOrigin, SystemClock } from '@laurel/runtime';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { servicesOf } from '../services.js';

/** The origin of the examples; every deployment serves the same document with its own. */
const EXAMPLE = 'https://laurel.example';

/** The OpenAPI documents of each service and of the whole, told by the real application on a throw-away database. */
export async function openApiDocuments(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-docs-'));
  const postgres = await startPostgres({ folder, fsync: false });
  try {
    const deployment = await prepareDeployment({ folder: join(folder, 'data'), port: 8080, databaseAdminUrl: postgres.url, publicOrigin: EXAMPLE });
    const modules = servicesOf(deployment.serviceEnvironment);
    const jwksFile = deployment.serviceEnvironment('verification').JWKS_FILE ?? '';
    const app = await createApp({ name: 'standalone', modules, clock: new SystemClock(), logger: createLogger('docs', 'error'), origin: new PublicOrigin(EXAMPLE), jwksFile, rateLimits: false, trustProxy: false });
    await app.init();
    const each = modules.map(({ module }) => [nameOf(module.name), openApiOf(app, `Laurel: ${nameOf(module.name)}`, EXAMPLE, [module])]);
    const documents = { laurel: openApiOf(app, 'Laurel', EXAMPLE), ...Object.fromEntries(each) };
    await app.close();
    return documents;
  } finally {
    await postgres.stop();
    discardPostgres(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `ProviderRegistryModule` -> `provider-registry`. */
const nameOf = (moduleName: string): string => moduleName.replace(/Module$/, '').replace(/(?<!^)(?=[A-Z])/g, '-').toLowerCase();
