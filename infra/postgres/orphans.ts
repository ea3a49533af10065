import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, findProcess, type RunningProcess } from '../processes/running-process.js';
import { clusterOf } from './cluster.js';
import type { Place } from './place.js';

/**
 * Ends the server that a killed run left behind, and, where the server itself was killed, the sessions that
 * outlived it: while one of those works, a new server rightly refuses to touch the shared memory.
 * Only for the holder of the place's lock: nobody alive then uses the server.
 */
export async function endOrphans(place: Place): Promise<void> {
  const cluster = clusterOf(place);
  const pidFile = join(cluster, 'postmaster.pid');
  const pid = readPostmasterPid(pidFile);
  if (pid === undefined) return;
  const running = findProcess(pid);
  if (running?.commandLine.includes(cluster)) await endProcess(running, [['SIGINT', 2_000], ['SIGQUIT', 1_000]]);
  if (process.platform !== 'linux') return;
  await Promise.all(processesIn(cluster).map((stray) => endProcess(stray, [['SIGQUIT', 500]])));
  // Postgres takes its old pid for a rival when a stranger has it by now, or a zombie that no init reaps (containers).
  rmSync(pidFile, { force: true });
}

function readPostmasterPid(path: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(path, 'utf8'), 10);
  } catch {
    return undefined;
  }
}

/** Every process of a Postgres server works in its data directory. */
function processesIn(folder: string): RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && workingFolder(name) === folder)
    .flatMap((name) => findProcess(Number(name)) ?? []);
}

function workingFolder(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}
