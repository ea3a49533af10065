import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createExclusive, readIfPresent } from './durable-file.js';
import { findProcess, goneWithin, stillRuns, type RunningProcess } from './running-process.js';

/** Somebody else, alive, holds the lock. */
export class InUse extends Error {
  constructor(readonly what: string, readonly holder: RunningProcess) {
    super(`${what} is in use by process ${holder.pid} (${holder.commandLine.slice(0, 120)}); stop it first or choose another folder`);
    this.name = 'InUse';
  }
}

/** Milliseconds that a holder may take to die of a signal it was sent just before. */
const DYING_MS = 1_000;

/** As takeLockNow, but gives a holder that is being killed the moment that takes. */
export async function takeLock(path: string, what: string): Promise<() => void> {
  try {
    return takeLockNow(path, what);
  } catch (error) {
    if (error instanceof InUse && error.holder.pid !== process.pid && (await goneWithin(error.holder, DYING_MS))) return takeLockNow(path, what);
    throw error;
  }
}

/**
 * Takes a lock file for this process; a holder that no longer runs (SIGKILL) is replaced.
 * @returns release, which may be called more than once
 * @throws InUse when its holder lives, this process included
 */
export function takeLockNow(path: string, what: string): () => void {
  const me = findProcess(process.pid);
  if (!me) throw new Error('this process cannot find itself; is /proc mounted, or ps installed?');
  const mine = JSON.stringify(me);
  while (!createExclusive(path, mine)) {
    const text = readIfPresent(path);
    if (text === undefined) continue;
    const holder = parseHolder(text);
    if (holder && stillRuns(holder)) throw new InUse(what, holder);
    breakLock(path, text);
  }
  return () => {
    if (readIfPresent(path) === mine) rmSync(path, { force: true });
  };
}

/** Only one of several processes can move a dead lock away; who moved a living one by mistake puts it back. */
function breakLock(path: string, dead: string): void {
  const aside = `${path}.${process.pid}.dead`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== dead) linkSync(aside, path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function parseHolder(text: string): RunningProcess | undefined {
  try {
    return JSON.parse(text) as RunningProcess;
  } catch {
    return undefined;
  }
}
