import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Place } from './place.js';

const run = promisify(execFile);

/** Nothing of our environment matters to Postgres, and much of it (LC_*, PG*) would. */
export const serverEnvironment = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };

export const clusterOf = (place: Place): string => join(place.folder, 'cluster');
export const passwordOf = (place: Place): string => readFileSync(join(place.folder, 'password'), 'utf8');

/**
 * Makes the cluster of a place unless it is there. It appears whole, by one rename: a start that is killed
 * within initdb leaves a folder behind that the next one throws away.
 */
export async function createCluster(place: Place, durable: boolean): Promise<void> {
  if (existsSync(clusterOf(place))) return assertVersion(place);
  const making = { ...place, folder: `${place.folder}.making` };
  rmSync(making.folder, { recursive: true, force: true });
  mkdirSync(making.folder, { recursive: true, mode: 0o700 });
  const passwordFile = join(making.folder, 'password');
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (place.user) for (const path of [making.folder, passwordFile]) chownSync(path, place.user.uid, place.user.gid);
  await initialise(making, passwordFile, durable);
  renameSync(making.folder, place.folder);
}

async function initialise(place: Place, passwordFile: string, durable: boolean): Promise<void> {
  const flags = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--auth=scram-sha-256', '--username=postgres'];
  await run(
    join(place.native, 'bin', 'initdb'),
    ['-D', clusterOf(place), `--pwfile=${passwordFile}`, ...flags, ...(durable ? [] : ['--no-sync'])],
    { ...place.user, cwd: place.folder, env: serverEnvironment },
  );
}

function assertVersion(place: Place): void {
  const found = readFileSync(join(clusterOf(place), 'PG_VERSION'), 'utf8').trim();
  const catalog = readFileSync(join(place.native, 'share', 'postgresql', 'postgres.bki'), 'utf8').split('\n', 1)[0] ?? '';
  if (catalog !== `# PostgreSQL ${found}`) {
    throw new Error(`${place.folder} was written by PostgreSQL ${found}, these binaries are another version (${catalog}): dump it with the old release, load it with this one`);
  }
}
