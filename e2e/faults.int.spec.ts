import { describe, expect, it, jest } from '@jest/globals';
import { runCampaign } from './campaign/run-campaign.js';
import { targetsOf } from './campaign/targets.js';
import { Random } from './story/cast/random.js';

jest.setTimeout(300_000);

describe('the kill campaign', () => {
  it('meets every target equally often, in an order that only the seed decides', () => {
    const present = ['standalone', 'postgres'];
    const targets = targetsOf('in-process', present, 6, new Random(5));
    expect([...targets].sort()).toEqual(['all', 'all', 'postgres', 'postgres', 'standalone', 'standalone']);
    expect(targetsOf('in-process', present, 6, new Random(5))).toEqual(targets);
    expect(targetsOf('distributed', ['supervisor', 'postgres'], 9, new Random(5))).not.toContain('kafka');
  });

  it('loses nothing and doubles nothing in three kills of one process, of PostgreSQL, of both', async () => {
    const lines: string[] = [];
    const campaign = await runCampaign({ mode: 'in-process', seed: 7, rounds: 3, outcomes: 150 }, (line) => lines.push(line));
    expect(campaign).toMatchObject({ rounds: 3, kills: 4, acknowledged: 450, lost: 0, doubled: 0, violations: [] });
    // The campaign hands in one more a round, to see when it has recovered.
    expect(campaign.credentials + campaign.refusals).toBe(453);
    expect(lines).toHaveLength(3);
  });
});
