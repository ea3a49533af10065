import { setTimeout as sleep } from 'node:timers/promises';

/** Work that is done again and again, one time after the other. */
export interface Periodic {
  /** Resolves when the work that runs has ended. */
  stop(): Promise<void>;
}

/** Does the work every so many milliseconds; a failure is told and does not end it. */
export function periodically(ms: number, work: (signal: AbortSignal) => Promise<void>, failed: (error: unknown) => void): Periodic {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async () => {
    while (!signal.aborted) {
      await work(signal).catch(failed);
      await sleep(ms, undefined, { signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}
