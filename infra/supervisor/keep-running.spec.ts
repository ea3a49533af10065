import { describe, expect, it } from '@jest/globals';
import type { Exit } from '../processes/spawn-logged.js';
import { keepRunning } from './keep-running.js';

const dies = (exits: Partial<Exit>[], stop: AbortController) => {
  let starts = 0;
  return {
    count: () => starts,
    start: async () => {
      const exit = exits[starts];
      starts += 1;
      if (!exit) stop.abort();
      return { exited: Promise.resolve({ code: null, signal: null, ...exit }) };
    },
  };
};

const keep = async (exits: Partial<Exit>[], limit = 3) => {
  const stop = new AbortController();
  const child = dies(exits, stop);
  const said: string[] = [];
  await keepRunning({ name: 'it', start: child.start }, { signal: stop.signal, limit, onRestart: (message) => said.push(message) });
  return { starts: child.count(), said };
};

describe('keepRunning', () => {
  it('starts what was killed again, however often', async () => {
    const { starts, said } = await keep(Array(5).fill({ signal: 'SIGKILL' }));
    expect(starts).toBe(6);
    expect(said).toEqual(Array(5).fill('it was ended by SIGKILL; it is started again'));
  });

  it('gives up after failures in a row', async () => {
    await expect(keep([{ code: 1 }, { code: 1 }, { code: 1 }])).rejects.toThrow('it cannot be kept running: it ended with code 1, 3 times in a row');
  });

  it('counts failures in a row only', async () => {
    expect((await keep([{ code: 1 }, { code: 1 }, { signal: 'SIGKILL' }, { code: 1 }, { code: 1 }])).starts).toBe(6);
  });

  it('gives up at once on a wrong configuration', async () => {
    await expect(keep([{ code: 78 }])).rejects.toThrow('it cannot be kept running: it ended with code 78');
  });

  it('leaves ended what ends when all of it stops', async () => {
    expect(await keep([])).toEqual({ starts: 1, said: [] });
  });
});
