import { describe, expect, it } from '@jest/globals';
import { afterAttempt, hasExpired, RETRIES, type Delivery } from './delivery.js';

const now = new Date('2026-11-24T09:00:00.000Z');
const later = (ms: number) => new Date(now.getTime() + ms).toISOString();
const queued = (tries: number, giveUpAt = later(RETRIES.forMs)): Delivery => ({
  messageId: '0193609a-0000-7000-8000-000000000001', state: 'queued', urgent: false, tries, dueAt: now.toISOString(), giveUpAt,
});
const unavailable = { became: 'unavailable', fault: '421' } as const;

describe('after an attempt', () => {
  it('a mail that was taken is sent', () => {
    expect(afterAttempt(queued(2), { became: 'sent' }, now, 0)).toEqual({ state: 'sent', tries: 3, settledAt: now.toISOString() });
  });

  it('a mail that was refused for good has failed at once', () => {
    expect(afterAttempt(queued(0), { became: 'refused', fault: '550' }, now, 0)).toEqual({ state: 'failed', tries: 1, settledAt: now.toISOString(), fault: '550' });
  });

  it.each([[0, 2_000], [1, 4_000], [5, 64_000], [10, 2_048_000], [11, RETRIES.longestMs], [60, RETRIES.longestMs]])('after %i tries the next is %i ms away', (tries, ms) => {
    expect(afterAttempt(queued(tries), unavailable, now, 0)).toEqual({ state: 'queued', tries: tries + 1, dueAt: later(ms), fault: '421' });
  });

  it('pauses are shortened at random by up to a quarter', () => {
    expect(afterAttempt(queued(2), unavailable, now, 1)).toMatchObject({ dueAt: later(6_000) });
  });

  it('gives up when the next try would come too late', () => {
    expect(afterAttempt(queued(2, later(8_001)), unavailable, now, 0)).toMatchObject({ state: 'queued' });
    expect(afterAttempt(queued(2, later(8_000)), unavailable, now, 0)).toEqual({ state: 'failed', tries: 3, settledAt: now.toISOString(), fault: '421' });
  });

  it('tries for about a day before it gives up', () => {
    let [delivery, time, tries] = [queued(0), now, 0];
    for (; delivery.state === 'queued'; tries += 1) {
      delivery = { ...delivery, ...afterAttempt(delivery, unavailable, time, 0.5) };
      time = new Date(delivery.dueAt);
    }
    expect(tries).toBeGreaterThan(25);
    expect(time.getTime() - now.getTime()).toBeGreaterThan(RETRIES.forMs - RETRIES.longestMs);
  });
});

describe('expiry', () => {
  it('is the instant itself, and what comes after', () => {
    expect(hasExpired(queued(0, later(1)), now)).toBe(false);
    expect(hasExpired(queued(0, later(0)), now)).toBe(true);
  });
});
