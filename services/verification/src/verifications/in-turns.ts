import { setImmediate } from 'node:timers/promises';

/** Few enough that their computing between two turns of the event loop is hardly felt, enough to wait for several hosts at once. */
const AT_ONCE = 12;

/** Does something for each of many, a few at a time, in their order; other requests are answered in between. */
export async function inTurns<Item, Result>(items: readonly Item[], work: (item: Item, index: number) => Promise<Result>): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  const waiting = items.entries();
  const take = async () => {
    for (const [index, item] of waiting) {
      if (index > 0) await setImmediate();
      results[index] = await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, take));
  return results;
}
