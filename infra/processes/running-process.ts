import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface RunningProcess {
  pid: number;
  /** Opaque; together with the pid it names one process for ever, since pids are used again. */
  startedAt: string;
  commandLine: string;
}

/** The process with this pid, or undefined when there is none; a zombie counts as none. */
export function findProcess(pid: number): RunningProcess | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): RunningProcess | undefined {
  try {
    // proc(5): the second field is the name in parentheses and may hold anything, so fields count from the last ')'.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startedAt] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X' || startedAt === undefined) return undefined;
    return { pid, startedAt, commandLine: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() };
  } catch {
    return undefined;
  }
}

function fromPs(pid: number): RunningProcess | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=,command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    const [, state, startedAt, commandLine] = /^(\S+)\s+(\S+\s+\S+\s+\d+\s+\S+\s+\d+)\s+(.*)$/.exec(line) ?? [];
    if (!state || state.startsWith('Z') || !startedAt) return undefined;
    return { pid, startedAt, commandLine: commandLine ?? '' };
  } catch {
    return undefined;
  }
}

/** Whether exactly this process (not another one that was given its pid later) still runs. */
export const stillRuns = (it: RunningProcess): boolean => findProcess(it.pid)?.startedAt === it.startedAt;

/** Resolves with true as soon as the process is gone, with false when it still runs after `milliseconds`. */
export async function goneWithin(it: RunningProcess, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (stillRuns(it)) {
    if (Date.now() >= deadline) return false;
    await sleep(20);
  }
  return true;
}

/** Sends each signal in turn and waits its milliseconds, until the process is gone; SIGKILL is always the last. */
export async function endProcess(it: RunningProcess, steps: [signal: NodeJS.Signals, milliseconds: number][]): Promise<void> {
  for (const [signal, milliseconds] of [...steps, ['SIGKILL', 5_000] as const]) {
    if (!stillRuns(it)) return;
    signalProcess(it.pid, signal);
    if (await goneWithin(it, milliseconds)) return;
  }
  throw new Error(`process ${it.pid} (${it.commandLine.slice(0, 80)}) does not end, not even by SIGKILL`);
}

export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
