import { describe, expect, it } from '@jest/globals';
import { isWanted, readFlags, WrongUsage } from './flags.js';
import { interleave, repeat } from './interleave.js';
import { median, percentile } from './median.js';
import { compare, report } from './row.js';
import { tableOf } from './table.js';

describe('figures', () => {
  it('have a median, whatever their order, their number and their size', () => {
    expect(median([10, 9, 100])).toBe(10);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(() => median([])).toThrow(RangeError);
  });

  it('have percentiles by nearest rank', () => {
    const figures = Array.from({ length: 200 }, (_, at) => 200 - at);
    expect([0.5, 0.99, 1].map((share) => percentile(figures, share))).toEqual([100, 198, 200]);
    expect(percentile([7], 0.99)).toBe(7);
    expect(() => percentile([], 0.5)).toThrow(RangeError);
  });
});

describe('a row', () => {
  const of = { id: 'P1', what: 'this', unit: 'things/s', against: 'that' };
  const rounds = [{ ours: 60, theirs: 100 }, { ours: 6, theirs: 8 }, { ours: 50, theirs: 100 }];

  it('takes the median of the rounds\' own ratios, which a slow round does not move', () => {
    expect(compare(of, rounds)).toEqual({ ...of, ours: 50, theirs: 100, ratio: 0.6, goal: null, met: null });
  });

  it('meets its goal or misses it', () => {
    expect([0.6, 0.61].map((goal) => compare({ ...of, goal }, rounds).met)).toEqual([true, false]);
  });

  it('says null of what has no peer', () => {
    expect(report({ id: 'P2', what: 'alone', unit: 'ms' }, [3, 1, 2])).toEqual({ id: 'P2', what: 'alone', unit: 'ms', ours: 2, against: null, theirs: null, ratio: null, goal: null, met: null });
  });

  it('stands in the table with its verdict', () => {
    expect(tableOf([compare({ ...of, goal: 0.7 }, rounds), report({ id: 'P2', what: 'alone', unit: 'ms' }, [12_345])])).toBe([
      'row  ours           theirs        ratio  goal',
      'P1   50.0 things/s  100 things/s  0.60   >= 0.70  MISSED',
      '    this / that',
      'P2   12,345 ms',
      '    alone',
    ].join('\n'));
  });
});

describe('rounds', () => {
  it('take turns, and the first one only warms up', async () => {
    const order: string[] = [];
    const turn = (name: string) => async () => `${name}${order.push(name)}`;
    expect(await interleave({ ours: turn('ours'), theirs: turn('theirs') }, 2)).toEqual([{ ours: 'ours3', theirs: 'theirs4' }, { ours: 'ours5', theirs: 'theirs6' }]);
    expect(await repeat(turn('alone'), 1)).toEqual(['alone8']);
  });
});

describe('the command line', () => {
  const ids = ['P7-plain', 'P7-kafka', 'P5-single'];

  it('picks rows by id or by what they begin with', () => {
    const wanted = (...words: string[]) => ids.filter((id) => isWanted(id, readFlags(words, ids)));
    expect(wanted()).toEqual(ids);
    expect(wanted('--only', 'P7')).toEqual(['P7-plain', 'P7-kafka']);
    expect(wanted('--only=P5-single, P7-plain')).toEqual(['P7-plain', 'P5-single']);
  });

  it.each([[['--onyl', 'P7']], [['P7']], [['--only']], [['--only', 'P8']], [['--only', 'P']], [['--only', '']], [['--help=yes']]])('refuses %j', (words) => {
    expect(() => readFlags(words, ids)).toThrow(WrongUsage);
  });
});
