import { setTimeout as sleep } from 'node:timers/promises';

/** The work was left undone because the process stops; it comes again after the next start. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

const LONGEST_MS = 10_000;
/** Kafka's members are asked to live every 3 s (kafka-transport.ts). */
const BEAT_MS = 1_000;

/** Pause before the nth try, in milliseconds: doubled from 100 ms to 10 s, and shortened at random so that many don't come at once. */
export const backOff = (attempt: number): number => Math.min(100 * 2 ** (attempt - 1), LONGEST_MS) * (0.75 + Math.random() / 4);

/**
 * Waits while telling the broker that we live.
 * @throws Stopped when told to stop meanwhile, and whatever the heartbeat throws
 */
export async function waitBeating(ms: number, { heartbeat, signal }: { readonly heartbeat: () => Promise<void>; readonly signal: AbortSignal }): Promise<void> {
  for (let left = ms; left > 0; left -= BEAT_MS) {
    await sleep(Math.min(left, BEAT_MS), undefined, { signal }).catch(() => undefined);
    if (signal.aborted) throw new Stopped('stopped while waiting');
    await heartbeat();
  }
}
