import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface NamedProcess {
  /** As api.md names it: `standalone`, a service, `gateway`, `supervisor`, `postgres`, `kafka`. */
  readonly name: string;
  readonly pid: number;
}

/** The living processes that `<folder>/pids/<name>.pid` name. */
export function processesOf(folder: string): NamedProcess[] {
  const pids = join(folder, 'pids');
  if (!existsSync(pids)) return [];
  return readdirSync(pids)
    .filter((file) => file.endsWith('.pid'))
    .map((file) => ({ name: basename(file, '.pid'), pid: readPid(join(pids, file)) }))
    .filter(({ pid }) => isAlive(pid));
}

/** SIGKILL to each of them, the parents first, so that nobody mends what is being broken. Resolves when all are gone. */
export async function killProcesses(victims: readonly NamedProcess[]): Promise<void> {
  const parents = ['supervisor', 'standalone'];
  for (const { pid } of [...victims].sort((a, b) => Number(parents.includes(b.name)) - Number(parents.includes(a.name)))) signal(pid, 'SIGKILL');
  const deadline = Date.now() + 10_000;
  for (const { name, pid } of victims) {
    while (isAlive(pid)) {
      if (Date.now() > deadline) throw new Error(`${name} (pid ${pid}) outlived SIGKILL`);
      await sleep(5);
    }
  }
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Resident memory in MB (10^6 bytes). */
export function residentMb(pid: number): number {
  const status = `/proc/${pid}/status`;
  const kB = existsSync(status)
    ? /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return (Number(kB) * 1_024) / 1e6;
}

/** Whether the pid runs; a zombie, which only waits to be reaped, does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync('/proc/self/stat') || !/^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readPid(file: string): number {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10);
  } catch {
    return -1;
  }
}
