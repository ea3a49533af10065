import { describe, expect, it } from '@jest/globals';
import { Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { mergeMetrics } from './merge-metrics.js';

/** The rules of the text format that a strict parser holds: a family in one block, told once, no sample twice. */
function faultsOf(text: string): string[] {
  const typed: string[] = [];
  const samples = new Set<string>();
  const faults: string[] = [];
  for (const line of text.trimEnd().split('\n')) {
    const [, type] = /^# TYPE (\S+)/.exec(line) ?? [];
    if (type && typed.includes(type)) faults.push(`${type} is told twice`);
    if (type) typed.push(type);
    if (line.startsWith('#')) continue;
    const [, series, name] = /^(([a-zA-Z_:][\w:]*)(?:\{(?:[a-zA-Z_]\w*="(?:[^"\\]|\\.)*",?)*\})?) \S+$/.exec(line) ?? [];
    if (!series || !name) faults.push(`cannot be read: ${line}`);
    else if (samples.has(series)) faults.push(`${series} stands twice`);
    else if (!name.startsWith(typed.at(-1) ?? '-')) faults.push(`${name} stands outside its family`);
    samples.add(series ?? '');
  }
  return faults;
}

async function exposition(service: string): Promise<{ service: string; text: string }> {
  const register = new Registry();
  collectDefaultMetrics({ register });
  new Histogram({ name: 'seconds', help: 'a help', labelNames: ['route'], registers: [register] }).observe({ route: '/a,"b"{c}' }, 1);
  return { service, text: await register.metrics() };
}

describe('mergeMetrics', () => {
  it('puts the same families of several processes together', async () => {
    const parts = await Promise.all(['one', 'two', 'three'].map(exposition));
    const merged = mergeMetrics(parts);
    expect(faultsOf(merged)).toEqual([]);
    expect(faultsOf(parts.map(({ text }) => text).join(''))).not.toEqual([]);
    for (const service of ['one', 'two', 'three']) {
      expect(merged).toContain(`seconds_count{service="${service}",route="/a,\\"b\\"{c}"} 1`);
      expect(merged).toContain(`nodejs_eventloop_lag_seconds{service="${service}"} `);
    }
  });

  it('keeps the service that a sample names itself, and samples without a family', () => {
    const text = 'lonely 1\n# HELP told of\n# TYPE told gauge\ntold{service="other"} 2\ntold{a="b"} 3 1700000000000\n';
    expect(mergeMetrics([{ service: 'mine', text }]).split('\n')).toEqual([
      'lonely{service="mine"} 1', '# HELP told of', '# TYPE told gauge', 'told{service="other"} 2', 'told{service="mine",a="b"} 3 1700000000000', '',
    ]);
  });
});
