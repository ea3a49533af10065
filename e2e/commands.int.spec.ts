import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { TEMPLATE } from './outcomes-file/columns.js';
import { root } from './system/surroundings.config.js';

const run = (entry: string, ...given: string[]) => spawnSync(process.execPath, [join(root, 'e2e', 'dist', `${entry}.js`), ...given], { encoding: 'utf8' });

describe('npm run demo', () => {
  it('prints a template that can be handed in, and the columns in its help', () => {
    expect(run('demo', '--template')).toMatchObject({ status: 0, stdout: TEMPLATE, stderr: '' });
    const help = run('demo', '--help');
    expect(help.status).toBe(0);
    for (const word of ['--out DIR', '--outcomes FILE', '--distributed', 'achievedOn', 'arc-welding']) expect(help.stdout).toContain(word);
  });

  it.each([
    ['an unknown option', ['--output', 'x'], "Unknown option '--output'"],
    ['an argument that belongs to nothing', ['outcomes.csv'], 'outcomes.csv'],
    ['an option without its value', ['--out'], '--out'],
    ['a seed that is none', ['--seed', '1.5'], '--seed'],
    ['a file that is not there', ['--outcomes', '/nowhere/at/all.csv'], '/nowhere/at/all.csv'],
    ['a file with another header', ['--outcomes', join(root, 'package.json')], 'line 1'],
  ])('ends with 2 and says why for %s', (_, given, why) => {
    const { status, stderr, stdout } = run('demo', ...given);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(why);
    expect(stderr).toContain('--help');
  });
});

describe('npm run faults', () => {
  it.each([[['--mode', 'cluster'], '--mode'], [['--rounds', '0'], '--rounds'], [['--round', '2'], '--round'], [['--seed', 'x'], '--seed']])('ends with 2 and says why for %j', (given, why) => {
    const { status, stderr } = run('faults', ...given);
    expect([status, stderr.includes(why)]).toEqual([2, true]);
  });
});
