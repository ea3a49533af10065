import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from './durable-file.js';
import { endProcess, findProcess, type RunningProcess } from './running-process.js';

/** `<folder>/pids/<name>.pid`: where api.md promises each process's pid. */
export const pidFileOf = (folder: string, name: string): string => join(folder, 'pids', `${name}.pid`);

export function writePidFile(path: string, pid: number): void {
  replaceFile(path, `${pid}\n`, 0o644);
}

/** Removes the file only while it names this pid: a successor may have written its own. */
export function removePidFile(path: string, pid: number): void {
  if (readPid(path) === pid) rmSync(path, { force: true });
}

/**
 * The process a pid file names, if it runs and `belongs` recognises its command line.
 * After a SIGKILL the file stays, and its pid may by now be a stranger's.
 */
export function processOf(path: string, belongs: (commandLine: string) => boolean): RunningProcess | undefined {
  const running = findProcess(readPid(path));
  return running && belongs(running.commandLine) ? running : undefined;
}

/** Ends what an earlier, killed run left behind, and removes its pid file. Resolves with whether there was anything. */
export async function endOrphan(path: string, belongs: (commandLine: string) => boolean, graceMs = 2_000): Promise<boolean> {
  const orphan = processOf(path, belongs);
  if (orphan) await endProcess(orphan, [['SIGTERM', graceMs]]);
  rmSync(path, { force: true });
  return orphan !== undefined;
}

function readPid(path: string): number {
  try {
    return Number.parseInt(readFileSync(path, 'utf8'), 10);
  } catch {
    return Number.NaN;
  }
}
