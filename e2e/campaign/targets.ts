import { SERVICES } from '@laurel/infra';
import type { Mode } from '../system/running-laurel.js';
import type { Random } from '../story/cast/random.js';

/** Whom SIGKILL meets: a process by its pid file's name, or all at once. */
export const TARGETS: Readonly<Record<Mode, readonly string[]>> = {
  'in-process': ['standalone', 'postgres', 'all'],
  distributed: [...SERVICES, 'gateway', 'postgres', 'kafka', 'supervisor', 'all'],
};

/** Who starts everything, so that nobody else starts it again. */
export const STARTER: Readonly<Record<Mode, string>> = { 'in-process': 'standalone', distributed: 'supervisor' };

/**
 * One for each round, in seeded order, every target as often as the others.
 * @param present the names that run: a broker that the site lends is not ours to kill
 */
export function targetsOf(mode: Mode, present: readonly string[], rounds: number, random: Random): string[] {
  const possible = TARGETS[mode].filter((target) => target === 'all' || present.includes(target));
  const targets: string[] = [];
  while (targets.length < rounds) targets.push(...random.shuffle(possible));
  return targets.slice(0, rounds);
}
