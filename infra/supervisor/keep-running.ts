import { setTimeout as sleep } from 'node:timers/promises';
import type { Exit } from '../processes/spawn-logged.js';

export interface Kept {
  name: string;
  start: () => Promise<{ exited: Promise<Exit> }>;
}

export interface Keeping {
  /** Aborted: what ends then is left ended. */
  signal: AbortSignal;
  /** Told of each end that is followed by another start, in words for people. */
  onRestart: (message: string) => void;
  /** Failures in a row after which there is no point in going on; left out: 10, which takes about half a minute. */
  limit?: number;
  /** Milliseconds that a process must have run for its end to be an accident rather than a failure to start. */
  settledMs?: number;
}

/** EX_CONFIG of sysexits.h: what is configured wrongly stays wrong. */
const EX_CONFIG = 78;
const LONGEST_WAIT = 5_000;

/**
 * Starts a process again whenever it ends, the later the more often it failed; resolves when told to stop.
 * Being killed is no failure: its cause is elsewhere, and the process may be well the next time.
 * @throws when the process cannot be kept running
 */
export async function keepRunning({ name, start }: Kept, { signal, onRestart, limit = 10, settledMs = 5_000 }: Keeping): Promise<void> {
  for (let failures = 0; ; ) {
    const began = Date.now();
    const end = await run(start);
    if (signal.aborted) return;
    failures = end.killed || Date.now() - began > settledMs ? 0 : failures + 1;
    if (end.hopeless || failures >= limit) throw new Error(`${name} cannot be kept running: it ${end.how}${failures > 1 ? `, ${failures} times in a row` : ''}`);
    onRestart(`${name} ${end.how}; it is started again`);
    await sleep(Math.min(100 * 2 ** failures, LONGEST_WAIT), undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
  }
}

async function run(start: Kept['start']): Promise<{ how: string; killed: boolean; hopeless: boolean }> {
  try {
    const { code, signal } = await (await start()).exited;
    return { how: signal ? `was ended by ${signal}` : `ended with code ${code}`, killed: signal !== null, hopeless: code === EX_CONFIG };
  } catch (error) {
    return { how: `did not start (${(error as Error).message})`, killed: false, hopeless: false };
  }
}
