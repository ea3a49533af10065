import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Tries an assertion until it holds and answers what it answered.
 * @param ms for how long, in milliseconds; then the last failure is thrown
 */
export async function eventually<Result>(assertion: () => Result | Promise<Result>, ms = 5_000): Promise<Result> {
  const deadline = Date.now() + ms;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(20);
    }
  }
}
