import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock, takeLockNow } from '../processes/lock.js';
import { createCluster } from './cluster.js';
import { placeOf, pointerOf, ROOT_PLACES } from './place.js';
import { launch } from './postmaster.js';
import { Server, type RunningPostgres, type Supervision } from './server.js';
import type { PostgresSettings } from './settings.js';
import { removePlace, sweep } from './sweep.js';

export interface PostgresOptions extends PostgresSettings {
  /** The data folder ($LAUREL_DATA); the cluster is kept below it, or, for root, where `<folder>/postgres.location` says. */
  folder: string;
  /** TCP port on 127.0.0.1; left out or 0: a free one. */
  port?: number;
  /** Where to write the server's pid; left out: nowhere. `pidFileOf(folder, 'postgres')` is the promised place. */
  pidFile?: string;
}

/**
 * Starts the Postgres of a data folder, making its cluster first if there is none.
 * What an earlier, killed run left running is ended first.
 * @throws InUse when another living process has this folder's Postgres
 */
export const startPostgres = (options: PostgresOptions): Promise<RunningPostgres> => startServer(options);

/** As startPostgres; a server that dies is started again on its port, for as long as it takes, until stop. */
export async function supervisePostgres(options: PostgresOptions & Supervision): Promise<RunningPostgres> {
  const server = await startServer(options);
  server.supervise(options);
  return server;
}

async function startServer(options: PostgresOptions): Promise<Server> {
  const place = placeOf(options.folder);
  if (place.user) await sweep(ROOT_PLACES);
  const release = await takeLock(`${place.folder}.lock`, `the Postgres of ${options.folder}`);
  try {
    await createCluster(place, options.fsync !== false);
    const start = { ...options, logFile: join(options.folder, 'logs', 'postgres.log') };
    const again = (port: number, signal: AbortSignal) => launch(place, { ...start, port }, signal);
    return new Server(await launch(place, start), { again, release, pidFile: options.pidFile });
  } catch (error) {
    release();
    throw error;
  }
}

/** Deletes the database of a stopped data folder, wherever it is kept. */
export function discardPostgres(folder: string): void {
  const place = placeOf(folder);
  const release = takeLockNow(`${place.folder}.lock`, `the Postgres of ${folder}`);
  removePlace(place.folder);
  rmSync(pointerOf(folder), { force: true });
  release();
}
