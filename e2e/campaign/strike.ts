import { setTimeout as sleep } from 'node:timers/promises';
import { daysAgo } from '../story/cast/calendar.js';
import { until } from '../story/settle.js';
import { killProcesses, type NamedProcess } from '../system/processes.js';
import { RunningLaurel, ready } from '../system/running-laurel.js';
import type { Contestant } from './contestant.js';
import { STARTER } from './targets.js';

export interface Strike {
  readonly victims: readonly NamedProcess[];
  /** The Laurel that runs after it: another one where nobody but us could start it again. */
  readonly laurel: RunningLaurel;
  /** From SIGKILL until an outcome that is handed in afterwards is a credential, in milliseconds. */
  readonly recoveryMs: number;
}

const RECOVERED_WITHIN_MS = 90_000;

/**
 * SIGKILL to the target's processes; what has no supervisor is started again, the rest must come back by itself.
 * @throws when there was nobody to kill, somebody outlives it, or it does not recover
 */
export async function strike(laurel: RunningLaurel, target: string, { provider, earnable }: Contestant): Promise<Strike> {
  const before = laurel.processes();
  const victims = before.filter(({ name }) => target === 'all' || name === target);
  if (victims.length === 0) throw new Error(`there is no process ${target} to kill, only ${before.map(({ name }) => name).join(', ')}`);
  const began = performance.now();
  await killProcesses(victims);
  const orphaned = victims.some(({ name }) => name === STARTER[laurel.options.mode]);
  const after = orphaned ? await RunningLaurel.start(laurel.options) : laurel;
  await replaced(after, victims, began + RECOVERED_WITHIN_MS);
  await ready(after.origin, began + RECOVERED_WITHIN_MS);
  const { outcome } = await provider.submit({ externalId: 'probe', learner: { email: 'probe@example.org' }, achievementId: earnable, achievedOn: daysAgo(1) });
  await until('an outcome after the kill to be issued', RECOVERED_WITHIN_MS, () => provider.outcome(outcome.id), ({ status }) => status === 'issued');
  return { victims, laurel: after, recoveryMs: performance.now() - began };
}

async function replaced(laurel: RunningLaurel, victims: readonly NamedProcess[], deadline: number): Promise<void> {
  for (;;) {
    const now = new Map(laurel.processes().map(({ name, pid }) => [name, pid]));
    const missing = victims.filter(({ name, pid }) => (now.get(name) ?? pid) === pid);
    if (missing.length === 0) return;
    if (performance.now() > deadline) throw new Error(`${missing.map(({ name }) => name).join(', ')} did not come back`);
    await sleep(20);
  }
}
