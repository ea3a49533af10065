export { InUse } from './processes/lock.js';
export { pidFileOf } from './processes/pid-file.js';
export { freePort } from './processes/free-port.js';
export { discardPostgres, startPostgres, supervisePostgres, type PostgresOptions } from './postgres/start-postgres.js';
export type { RunningPostgres, Supervision } from './postgres/server.js';
