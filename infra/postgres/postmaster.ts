import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../processes/free-port.js';
import { endProcess, stillRuns } from '../processes/running-process.js';
import { lastLines, spawnLogged, type Spawned } from '../processes/spawn-logged.js';
import { clusterOf, passwordOf, serverEnvironment } from './cluster.js';
import { endOrphans } from './orphans.js';
import type { Place } from './place.js';
import { settingsArguments, type PostgresSettings } from './settings.js';

export interface Launch extends PostgresSettings {
  /** TCP port on 127.0.0.1; left out or 0: a free one. */
  port?: number;
  /** File that the server's own messages are appended to. */
  logFile: string;
}

/** One running server process. */
export interface Postmaster extends Spawned {
  port: number;
  /** Of the superuser, database postgres. */
  url: string;
}

const ATTEMPTS = 5;
/** Recovery after a crash replays the WAL since the last checkpoint before anybody may connect. */
const RECOVERY_MS = 120_000;

/** Ends what a killed run left of this cluster, starts its server and waits until it answers. */
export async function launch(place: Place, options: Launch, signal?: AbortSignal): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    await endOrphans(place);
    const postmaster = await spawnServer(place, options);
    try {
      await answers(place, postmaster, signal);
      return postmaster;
    } catch (error) {
      await end(postmaster);
      signal?.throwIfAborted();
      if (attempt === ATTEMPTS) throw new Error(`Postgres does not start: ${(error as Error).message}\n${lastLines(options.logFile)}`, { cause: error });
      await sleep(attempt * 100);
    }
  }
}

/** Fast shutdown (sessions are ended, a checkpoint written); what takes longer than 3 s is cut short and recovers later. */
export const end = (postmaster: Postmaster): Promise<void> => endProcess(postmaster.process, [['SIGINT', 3_000], ['SIGQUIT', 1_500]]);

async function spawnServer(place: Place, options: Launch): Promise<Postmaster> {
  const port = options.port || (await freePort());
  const cluster = clusterOf(place);
  const server = join(place.native, 'bin', 'postgres');
  const spawned = spawnLogged(server, ['-D', cluster, '-p', String(port), ...settingsArguments(options)], options.logFile, { ...place.user, cwd: cluster, env: serverEnvironment });
  spawned.unref();
  return { ...spawned, port, url: `postgres://postgres:${passwordOf(place)}@127.0.0.1:${port}/postgres` };
}

async function answers(place: Place, { process, url }: Postmaster, signal?: AbortSignal): Promise<void> {
  const deadline = Date.now() + RECOVERY_MS;
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await assertOurs(url, clusterOf(place));
    } catch (error) {
      if (!stillRuns(process)) throw new Error('the server ended while starting', { cause: error });
      if (error instanceof WrongServer || Date.now() > deadline) throw error;
      await sleep(25);
    }
  }
}

class WrongServer extends Error {}

/** Another server may have taken the port between our choice and our start: nothing is migrated before this is certain. */
async function assertOurs(url: string, cluster: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    if (rows[0]?.data_directory !== cluster) throw new WrongServer(`port answers for ${rows[0]?.data_directory}, not ${cluster}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
