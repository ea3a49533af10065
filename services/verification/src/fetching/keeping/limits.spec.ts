import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '@laurel/testing';
import { setImmediate as turn } from 'node:timers/promises';
import { LimitReached, Limits } from './limits.js';

const never = new AbortController().signal;
const done = () => Promise.resolve('done');

function held(limits: Limits, key: string, signal = never) {
  let release: () => void = () => undefined;
  const state = { begun: false };
  const result = limits.within(key, signal, () => {
    state.begun = true;
    return new Promise<string>((resolve) => (release = () => resolve('done')));
  });
  return { state, result, release: () => release() };
}

describe('Limits', () => {
  it('lets so many run at once, the next in their order, and other keys past them', async () => {
    const limits = new Limits(new FakeClock(), { atOnce: 2, perMinute: 100 });
    const [one, two, three, four] = [held(limits, 'a'), held(limits, 'a'), held(limits, 'a'), held(limits, 'a')];
    await turn();
    expect([one, two, three, four].map(({ state }) => state.begun)).toEqual([true, true, false, false]);
    expect(await limits.within('b', never, done)).toBe('done');
    one.release();
    await turn();
    expect([three, four].map(({ state }) => state.begun)).toEqual([true, false]);
    for (const each of [two, three]) each.release();
    await turn();
    four.release();
    expect(await four.result).toBe('done');
    expect(await limits.within('a', never, done)).toBe('done');
  });

  it('frees the place of what failed', async () => {
    const limits = new Limits(new FakeClock(), { atOnce: 1, perMinute: 100 });
    await expect(limits.within('a', never, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await limits.within('a', never, done)).toBe('done');
  });

  it('refuses who has waited too long, and keeps the place for others', async () => {
    const limits = new Limits(new FakeClock(), { atOnce: 1, perMinute: 100 });
    const [first, deadline] = [held(limits, 'a'), new AbortController()];
    const [late, patient] = [limits.within('a', deadline.signal, done), held(limits, 'a')];
    deadline.abort();
    await expect(late).rejects.toThrow(LimitReached);
    await expect(limits.within('a', deadline.signal, done)).rejects.toThrow(LimitReached);
    first.release();
    await turn();
    expect(patient.state.begun).toBe(true);
  });

  it('refuses more than so many in a minute, of one key, and begins anew with the next', async () => {
    const clock = new FakeClock();
    const limits = new Limits(clock, { atOnce: 10, perMinute: 2 });
    const running = held(limits, 'a');
    expect(await limits.within('a', never, done)).toBe('done');
    await expect(limits.within('a', never, done)).rejects.toThrow(LimitReached);
    expect(await limits.within('b', never, done)).toBe('done');
    clock.advance(60_000);
    expect(await limits.within('a', never, done)).toBe('done');
    running.release();
    expect(await running.result).toBe('done');
  });
});
