import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import type { Site } from './sites.js';

const PROGRAM = fileURLToPath(new URL('./judge-mutant.js', import.meta.url));
/** A verifier that waits for ever has noticed something too. */
const WITHIN_MS = 300_000;

export interface MutantVerdict {
  readonly site: Site | undefined;
  /** What the corpus held against it; undefined when nothing: the check is not proven. */
  readonly noticed: string | undefined;
}

/** Takes out one check after the other, each in a process of its own, and has the corpus judge what is left. */
export async function* judgeMutants(root: string, run: string, sites: readonly (Site | undefined)[]): AsyncGenerator<MutantVerdict> {
  const waiting = [...sites];
  const busy = new Map<number, Promise<readonly [number, MutantVerdict]>>();
  for (let started = 0; waiting.length > 0 || busy.size > 0; ) {
    while (waiting.length > 0 && busy.size < availableParallelism()) {
      const slot = started++;
      busy.set(slot, judgeMutant(root, run, waiting.shift()).then((verdict) => [slot, verdict] as const));
    }
    const [slot, verdict] = await Promise.race(busy.values());
    busy.delete(slot);
    yield verdict;
  }
}

async function judgeMutant(root: string, run: string, site: Site | undefined): Promise<MutantVerdict> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM, JSON.stringify({ root, site, run })], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], timeout: WITHIN_MS, killSignal: 'SIGKILL' });
  const [said, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit') as Promise<[number | null]>]);
  if (code === 0) return { site, noticed: undefined };
  const last = said.trim().split('\n').at(-1) ?? '';
  const noticed = last.startsWith('{') ? (JSON.parse(last) as { noticed: string | null }).noticed : undefined;
  return { site, noticed: noticed ?? `ended with ${code}: ${complaint.trim().slice(-300)}` };
}
