import { describe, expect, it } from '@jest/globals';
import { Flights } from './flights.js';

/** Work that ends when it is told to, and fails when it is given up. */
function work() {
  let begun = 0;
  const ends: ((result: string) => void)[] = [];
  const left: AbortSignal[] = [];
  const begin = (signal: AbortSignal) => {
    begun += 1;
    left.push(signal);
    return new Promise<string>((resolve, reject) => {
      ends.push(resolve);
      signal.addEventListener('abort', () => reject(new Error('given up')));
    });
  };
  return { begin, ends, left, begun: () => begun };
}

describe('Flights', () => {
  it('does the work of one key once at a time', async () => {
    const flights = new Flights<string>();
    const { begin, ends, begun } = work();
    const both = [flights.join('a', begin), flights.join('a', begin)];
    expect(begun()).toBe(1);
    ends[0]?.('done');
    expect(await Promise.all(both)).toEqual(['done', 'done']);
    void flights.join('a', begin);
    void flights.join('b', begin);
    expect(begun()).toBe(3);
  });

  it('lets one leave without the others, and gives up when the last has left', async () => {
    const flights = new Flights<string>();
    const { begin, left, begun } = work();
    const [one, other] = [new AbortController(), new AbortController()];
    const [first, second] = [flights.join('a', begin, one.signal), flights.join('a', begin, other.signal)];
    one.abort(new Error('one has left'));
    await expect(first).rejects.toThrow('one has left');
    expect(left[0]?.aborted).toBe(false);
    other.abort(new Error('the other too'));
    expect(left[0]?.aborted).toBe(true);
    const third = flights.join('a', begin, new AbortController().signal);
    expect(begun()).toBe(2);
    await expect(second).rejects.toThrow('the other too');
    void third;
  });

  it('does not begin for who has left already, nor end for who stays', async () => {
    const flights = new Flights<string>();
    const { begin, ends, left, begun } = work();
    await expect(flights.join('a', begin, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    expect(begun()).toBe(0);
    const leaving = new AbortController();
    const [stays, leaves] = [flights.join('a', begin), flights.join('a', begin, leaving.signal)];
    leaving.abort(new Error('gone'));
    await expect(leaves).rejects.toThrow('gone');
    expect(left[0]?.aborted).toBe(false);
    ends[0]?.('done');
    expect(await stays).toBe('done');
  });
});
