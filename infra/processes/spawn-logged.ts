import { spawn, type SpawnOptions } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { findProcess, type RunningProcess } from './running-process.js';

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface Spawned {
  process: RunningProcess;
  exited: Promise<Exit>;
  /** Lets our own process end, when it has nothing else to do, while this one runs. */
  unref(): void;
}

/**
 * Starts a program whose output goes to the end of a file. It is the head of a process group of its own: what a
 * terminal signals (Ctrl-C) is ours to hand on, in order.
 * @throws with the end of the file when the program cannot be started
 */
export function spawnLogged(command: string, parameters: string[], logFile: string, options: Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'>): Spawned {
  mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(command, parameters, { ...options, stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal })).once('error', () => resolve({ code: 1, signal: null }));
  });
  const process = findProcess(child.pid ?? 0);
  if (!process) throw new Error(`${command} did not start: ${lastLines(logFile)}`);
  return { process, exited, unref: () => child.unref() };
}

/** The end of a log, for the message of an error. */
export const lastLines = (logFile: string, count = 15): string => readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
