import { setTimeout as sleep } from 'node:timers/promises';
import type { Outcome } from '../client/answers.js';
import type { Provider } from '../client/provider.js';
import { StoryBroken } from './narrator.js';

/** Waits until every outcome of these providers has ended in something. @throws StoryBroken when some stay `recorded` */
export async function settled(providers: readonly Provider[], withinMs: number): Promise<Outcome[]> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const began = Date.now();
    const outcomes = (await Promise.all(providers.map((provider) => provider.outcomes()))).flat();
    const open = outcomes.filter(({ status }) => status === 'recorded');
    if (open.length === 0) return outcomes;
    if (Date.now() > deadline) throw new StoryBroken(`${open.length} of ${outcomes.length} outcomes are still recorded after ${withinMs / 1_000} s, among them ${open[0]?.id}`);
    await sleep(Math.max(100, Date.now() - began));
  }
}

/** Asks again, `everyMs`, until the answer fits. @throws StoryBroken after `withinMs` */
export async function until<T>(what: string, withinMs: number, ask: () => Promise<T>, fits: (answer: T) => boolean, everyMs = 50): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() > deadline) throw new StoryBroken(`expected within ${withinMs / 1_000} s: ${what}; the last answer was ${JSON.stringify(answer).slice(0, 500)}`);
    await sleep(everyMs);
  }
}
