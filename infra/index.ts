export { InUse } from './processes/lock.js';
export { pidFileOf } from './processes/pid-file.js';
export { freePort } from './processes/free-port.js';
export { discardPostgres, startPostgres, supervisePostgres, type PostgresOptions } from './postgres/start-postgres.js';
export type { RunningPostgres, Supervision } from './postgres/server.js';
export { databaseOf, databaseUrls, withDatabase, type DatabaseOptions, type ServiceUrls } from './postgres/database-urls.js';
export { provisionDatabase } from './postgres/provision-database.js';
export { prepareDeployment, type Deployment, type DeploymentOptions } from './deployment/prepare-deployment.js';
export { SCHEMAS, SERVICES, type SchemaName, type ServiceName } from './deployment/services.js';
