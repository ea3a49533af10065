import { describe, expect, it } from '@jest/globals';
import { catalogue, deadLetterTopic, topics } from '@laurel/events';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What the house promises about itself (docs/decisions/0001-small-house.md), read from its files. */
const root = import.meta.dirname;
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split('\n').filter((path) => path && existsSync(join(root, path)));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const code = files.filter((path) => /\.(ts|mjs)$/.test(path));
const sources = code.filter((path) => !path.endsWith('.spec.ts'));
const json = (path: string) => JSON.parse(read(path)) as { name: string; nx: { tags: string[] }; dependencies?: Record<string, string> };
const packages = files.filter((path) => /^((libs|services)\/[^/]+|infra|e2e|bench)\/package\.json$/.test(path)).map((path) => ({ folder: dirname(path), ...json(path) }));
const typeOf = ({ nx }: { nx: { tags: string[] } }) => nx.tags.find((tag) => tag.startsWith('type:'))?.slice('type:'.length) ?? '';

const importsOf = (path: string) => [...read(path).matchAll(/(?:from|import\(|import) '([^']+)'/g)].map(([, specifier]) => specifier ?? '');

describe('imports', () => {
  const allowed: Record<string, string[]> = {
    contract: [],
    pure: ['contract'],
    infra: ['contract', 'infra'],
    deployment: ['contract', 'infra'],
    testing: ['contract', 'infra', 'deployment'],
    service: ['contract', 'pure', 'infra'],
    standalone: ['contract', 'infra', 'service', 'deployment'],
    story: ['contract', 'pure', 'infra', 'deployment', 'testing', 'service'],
  };
  const banned: Record<string, RegExp> = {
    contract: /^(?!zod$|@laurel\/|\.)/,
    pure: /^(@nestjs\/|typeorm|pg$|kafkajs|fastify|undici|node:(http|https|net|dns|timers)|prom-client|pino)/,
    service: /^(kafkajs|node:(http|https|net))/,
    standalone: /^kafkajs/,
  };

  /** The only file of a service that opens connections: every foreign document comes through it. */
  const FETCHER = 'services/verification/src/fetching/connection/pinned-get.ts';

  it.each(packages.map((each) => [each.name, each] as const))('of %s keep to what its kind may import', (_name, each) => {
    const wrong = sources.filter((path) => path.startsWith(`${each.folder}/`)).flatMap((path) =>
      importsOf(path).filter((specifier) => {
        const [, name] = /^(@laurel\/[^/]+)/.exec(specifier) ?? [];
        const target = packages.find((other) => other.name === name);
        if (name !== undefined && name !== each.name && (!target || !allowed[typeOf(each)]?.includes(typeOf(target)))) return true;
        return path !== FETCHER && (banned[typeOf(each)]?.test(specifier) ?? false);
      }).map((specifier) => `${path} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(packages.map((each) => [each.name, each] as const))('of %s are declared in its package', (name, each) => {
    const used = new Set(sources.filter((path) => path.startsWith(`${each.folder}/`)).flatMap(importsOf).flatMap((specifier) => /^@laurel\/[^/]+/.exec(specifier)?.[0] ?? []));
    used.delete(name);
    expect(Object.keys(each.dependencies ?? {})).toEqual(expect.arrayContaining([...used]));
  });

  it('leave signing to credential-issuance, and to what tests the verifier', () => {
    const signing = sources.filter((path) => importsOf(path).includes('@laurel/credentials/signing')).map((path) => path.split('/').slice(0, 2).join('/'));
    expect([...new Set(signing)].filter((folder) => !['services/credential-issuance', 'e2e/tamper', 'e2e/conformance'].includes(folder) && !folder.startsWith('bench/'))).toEqual([]);
  });

  it('ask the software of others in benchmarks and tests alone', () => {
    const foreign = sources.filter((path) => importsOf(path).includes('@laurel/credentials/foreign')).map((path) => path.split('/')[0]);
    expect([...new Set(foreign)].filter((folder) => folder !== 'bench' && folder !== 'e2e')).toEqual([]);
  });

  it('leave Kafka to one folder', () => {
    const kafka = sources.filter((path) => importsOf(path).includes('kafkajs')).map(dirname);
    expect([...new Set(kafka)].sort()).toEqual(['infra/kafka', 'libs/messaging/src/transport/kafka']);
  });

  it('read the environment in configuration alone', () => {
    expect(sources.filter((path) => /process\.env/.test(read(path)) && !/(^|[/.])config\.(ts|mjs)$|^tools\//.test(path))).toEqual([]);
  });
});

describe('names and sizes', () => {
  it('no name says nothing', () => {
    const empty = /(^|[/\-.])(manager|helpers?|utils?|common|shared|base|data|info|impl|misc|dto|entities|interfaces|mappers)([-./]|$)/i;
    expect(code.filter((path) => empty.test(path))).toEqual([]);
  });

  it('files are kebab-case, with a dotted suffix for a technical role only', () => {
    const form = /^(\d{4}-)?[a-z0-9]+(-[a-z0-9]+)*(\.(table|controller|module|filter|guard|pipe|migration|config))?(\.(int\.)?spec)?\.(d\.)?(ts|mjs)$/;
    expect(code.filter((path) => !form.test(basename(path)))).toEqual([]);
  });

  it('an index stands only at the root of a lib', () => {
    expect(code.filter((path) => basename(path) === 'index.ts' && !/^(libs\/[^/]+\/src|infra)\/index\.ts$/.test(path))).toEqual([]);
  });

  it('no file has more than 250 lines, no spec more than 400', () => {
    const lines = (path: string) => read(path).split('\n').length - 1;
    expect(code.filter((path) => lines(path) > (path.endsWith('.spec.ts') ? 400 : 250))).toEqual([]);
  });

  it('no folder has more than nine source files', () => {
    const folders = new Map<string, number>();
    for (const path of sources) folders.set(dirname(path), (folders.get(dirname(path)) ?? 0) + 1);
    expect([...folders].filter(([, number]) => number > 9)).toEqual([]);
  });

  it('nothing is left open, nothing looks away', () => {
    const marks = /\b(TODO|FIXME|XXX|HACK)\b|@ts-ignore|@ts-expect-error|@ts-nocheck|eslint-disable|\bas any\b|: any[;,)\]>= ]|as unknown as|\b(it|describe|test)\.only\(/;
    expect(code.filter((path) => path !== 'repo.spec.ts' && marks.test(read(path)))).toEqual([]);
  });
});

describe('events', () => {
  const services = sources.filter((path) => path.startsWith('services/'));
  const constantOf = (type: string) => type.replace(/^laurel\./, '').replace(/\.v\d+$/, '').replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase());
  const emitting = /\b(?:emit|tell)\w*\(\s*tx,\s*(\w+)/g;

  it.each(catalogue.map(({ type, source }) => [type, source] as const))('%s has its producer', (type, source) => {
    const told = services.filter((path) => path.startsWith(`services/${source}/`)).flatMap((path) => [...read(path).matchAll(emitting)].map(([, name]) => name));
    expect(told).toContain(constantOf(type));
  });

  it.each(catalogue.map(({ type }) => [type] as const))('%s has a listener', (type) => {
    expect(services.filter((path) => read(path).includes(`@OnEvent(${constantOf(type)})`))).not.toEqual([]);
  });

  it('every topic has an event, and its dead letters a topic', () => {
    for (const topic of Object.values(topics)) {
      expect(catalogue.filter((event) => event.topic === topic)).not.toEqual([]);
      expect(deadLetterTopic(topic).name).toBe(`${topic.name}.dlq`);
    }
  });
});

describe('migrations', () => {
  const migrations = sources.filter((path) => path.includes('/migrations/'));

  it.each([...new Set(migrations.map(dirname))].map((folder) => [folder] as const))('of %s are numbered without gaps', (folder) => {
    const numbers = migrations.filter((path) => dirname(path) === folder).map((path) => Number(basename(path).slice(0, 4))).sort();
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});

describe('documents', () => {
  it('decisions are numbered without gaps, and say context, decision and consequence', () => {
    const decisions = files.filter((path) => /^docs\/decisions\/\d{4}-/.test(path)).sort();
    expect(decisions.map((path) => Number(basename(path).slice(0, 4)))).toEqual(decisions.map((_, index) => index + 1));
    for (const path of decisions) for (const head of ['Context', 'Decision', 'Consequence']) expect(`${path}: ${read(path)}`).toContain(`**${head}.**`);
  });

  it('the flow names files that exist', () => {
    const named = [...read('docs/outcome-to-credential.md').matchAll(/`((?:libs|services)\/[\w./-]+)`/g)].map(([, path]) => path ?? '');
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((path) => !files.some((file) => file === path || file.startsWith(path)))).toEqual([]);
  });

  it('every service says its purpose, flow, integration and peculiarities', () => {
    const services = packages.filter((each) => typeOf(each) === 'service');
    for (const { folder } of services) for (const head of ['Purpose', 'Flow', 'Integration', 'Peculiarities']) expect(`${folder}: ${files.includes(`${folder}/README.md`) ? read(`${folder}/README.md`) : ''}`).toContain(`## ${head}`);
  });
});
