import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Envelope } from '@laurel/events';
import { createLogger, currentTrace, problemTable } from '@laurel/runtime';
import { counted, countedOn, eventually, SampleService, sampleTopic } from '@laurel/testing';
import { metrics } from '../health/metrics.js';
import { Progress } from '../health/progress.js';
import type { IncomingRecord } from '../transport/transport.js';
import { Handlers } from './handlers.js';
import { Pipeline } from './pipeline.js';

const topic = sampleTopic(1);
const type = countedOn(topic);
const other = countedOn(topic, 'counted-otherwise');
const problem = problemTable({ 'number-unlucky': { status: 422, title: 'The number is unlucky', advice: 'Take another.' } });

let service: SampleService;
let pipeline: Pipeline;
let progress: Progress;
let stopping: AbortController;
let beats: number;
let offset: number;

beforeEach(async () => {
  [offset, beats, stopping] = [0, 0, new AbortController()];
  service = await SampleService.open('sample', []);
  progress = new Progress('sample');
  const handlers = new Handlers('sample', [type, other].map((each) => ({ type: each, handle: service.take })));
  pipeline = new Pipeline({ database: service.database, handlers, logger: createLogger('test', 'silent'), progress });
});
afterEach(() => service.database.close());

/** As a transport would hand them over. */
async function records(events: readonly ReturnType<typeof counted>[], eventType = type): Promise<IncomingRecord[]> {
  await service.emit(eventType, events);
  const rows: { key: string; value: string }[] = await service.database.pipelines.query('select key, payload as value from outbox where aggregatetype = $1 order by seq', [topic.name]);
  await service.database.pipelines.query('delete from outbox');
  return rows.map((row) => ({ ...row, offset: String(offset++) }));
}

const text = (value: string): IncomingRecord => ({ offset: String(offset++), key: null, value });
const take = (batch: readonly IncomingRecord[]): Promise<void> =>
  pipeline.take(topic, { topic: topic.name, partition: 0, records: batch, lag: 0, signal: stopping.signal, heartbeat: async () => void beats++ });
const numbers = async () => (await service.effects()).map(({ number }) => number);
const letters = (): Promise<{ state: string; reason: string | null; tries: number; subject: string | null }[]> =>
  service.database.pipelines.query('select state, reason, tries, subject from dead_letter order by seq');

/** Fails on some numbers, with what `error` makes. */
function failOn(poison: readonly number[], error: (number: number) => Error): void {
  service.beforeEffects = async (events) => {
    for (const { data: { number } } of events) if (poison.includes(number)) throw error(number);
  };
}

const upTo = (count: number) => Array.from({ length: count }, (_, number) => counted(`subject-${number}`, number));

describe('what can be taken', () => {
  it('is taken in order, in one transaction and one call for neighbours of a type', async () => {
    const calls: number[][] = [];
    service.beforeEffects = async (events) => void calls.push(events.map(({ data }) => data.number));
    const before = await records(upTo(3));
    const between = await records([counted('x', 10), counted('x', 11)], other);
    await take([...before, ...between, ...(await records([counted('y', 20)]))]);
    expect(calls).toEqual([[0, 1, 2], [10, 11], [20]]);
    expect(await numbers()).toEqual([0, 1, 2, 10, 11, 20]);
    const transactions: unknown[] = await service.database.pipelines.query('select distinct xmin from effect');
    expect(transactions).toHaveLength(1);
  });

  it('is taken once, however often it comes', async () => {
    const batch = await records(upTo(4));
    await take([...batch.slice(0, 3), ...batch.slice(0, 2)]);
    await take(batch);
    await take(batch);
    expect(await numbers()).toEqual([0, 1, 2, 3]);
    expect((await metrics.duplicates.get()).values).toMatchObject([{ labels: { service: 'sample', topic: topic.name }, value: 9 }]);
  });

  it('is taken once by two members that were both given the partition', async () => {
    const batch = await records(upTo(50));
    await Promise.all([take(batch), take(batch), take([...batch].reverse())]);
    expect((await numbers()).sort((a, b) => a - b)).toEqual(batch.map((_, number) => number));
  });

  it('carries the trace of its event on', async () => {
    const parent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const traces: (string | undefined)[] = [];
    service.beforeEffects = async () => void traces.push(currentTrace());
    await take(await records([{ ...counted('x', 1), traceparent: parent }]));
    expect(traces[0]).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-/);
    expect(traces[0]).not.toBe(parent);
  });
});

describe('what is nobody\'s', () => {
  it('is passed over: tombstones, and types that this consumer does not know', async () => {
    const [known] = await records(upTo(1));
    await take([{ offset: '7', key: 'x', value: null }, { offset: '8', key: 'x', value: known?.value?.replaceAll('counted.v1', 'uncounted.v1') ?? '' }]);
    expect(await service.count('effect')).toBe(0);
    expect(await service.count('inbox')).toBe(0);
    expect(await letters()).toEqual([]);
  });
});

describe('what cannot be taken', () => {
  it('is a dead letter at once when it was refused, and after three tries when it failed', async () => {
    let tries = 0;
    failOn([1], () => problem('number-unlucky', 'one'));
    await take(await records([counted('x', 1)]));
    failOn([2], () => (tries++, new TypeError('cannot read properties of undefined')));
    await take(await records([counted('y', 2)]));
    expect(tries).toBe(3);
    expect(await letters()).toMatchObject([{ state: 'dead', reason: 'number-unlucky', tries: 1 }, { state: 'dead', reason: 'failed', tries: 3 }]);
  });

  it('does not keep the rest of its batch: only the poison is left behind', async () => {
    const poison = [0, 17, 18, 255, 499];
    failOn(poison, () => new TypeError('poison'));
    await take(await records(upTo(500)));
    expect(await numbers()).toEqual(upTo(500).map(({ data }) => data.number).filter((number) => !poison.includes(number)));
    expect((await letters()).map(({ subject }) => subject)).toEqual(poison.map((number) => `subject-${number}`));
  });

  it('is told on the topic\'s .dlq, with the record as it came', async () => {
    failOn([1], () => problem('number-unlucky', 'one'));
    const [record] = await records([counted('x', 1)]);
    await take(record ? [record] : []);
    const notices: { topic: string; payload: string }[] = await service.database.pipelines.query('select aggregatetype as topic, payload from outbox');
    expect(notices.map((notice) => notice.topic)).toEqual([`${topic.name}.dlq`]);
    expect(Envelope.parse(JSON.parse(notices[0]?.payload ?? ''))).toMatchObject({
      type: 'laurel.dead-letter.noted.v1', source: '/laurel/sample', subject: 'x',
      data: { consumer: 'sample', topic: topic.name, partition: 0, reason: 'number-unlucky', detail: 'one', tries: 1, record: record?.value },
    });
  });

  it.each([
    ['no JSON', '{"specversion":'],
    ['JSON but no event', '[1, null]'],
    ['NUL in the text', 'a\0b'],
    ['an envelope of another version', JSON.stringify({ specversion: '0.3', id: 'x' })],
  ])('is read strictly: %s is a dead letter, once', async (_, value) => {
    const record = text(value);
    await take([record]);
    await take([record]);
    expect(await letters()).toMatchObject([{ state: 'dead', reason: 'unreadable', tries: 0, subject: null }]);
    expect(await service.count('outbox')).toBe(1);
  });

  it('is read strictly: data of another form is a dead letter under its own id', async () => {
    const [record] = await records([counted('x', 1)]);
    await take([{ ...record, offset: '3', key: null, value: record?.value?.replace('"number":1', '"number":"one"') ?? '' }]);
    expect(await letters()).toMatchObject([{ state: 'dead', reason: 'unreadable', subject: 'x' }]);
    expect(await service.count('dead_letter', 'event_id in (select event_id from inbox)')).toBe(1);
  });

  it('is read strictly: a subject that PostgreSQL cannot store holds nothing up', async () => {
    const [record] = await records([counted('x', 1)]);
    await take([{ ...record, offset: '3', key: 'a\0', value: record?.value?.replace('"subject":"x"', '"subject":"\\u0000"') ?? '' }]);
    expect(await letters()).toMatchObject([{ state: 'dead', reason: 'unreadable', subject: null }]);
  });

  it('parks what follows of its aggregate, in the same batch and later, and nothing else', async () => {
    failOn([2], () => problem('number-unlucky', 'two'));
    await take(await records([counted('a', 1), counted('a', 2), counted('b', 3), counted('a', 4)]));
    await take(await records([counted('a', 5), counted('b', 6)]));
    expect(await numbers()).toEqual([1, 3, 6]);
    expect(await letters()).toMatchObject([{ state: 'dead' }, { state: 'parked', reason: null }, { state: 'parked', reason: null }]);
  });

  it('is absorbed when it comes again', async () => {
    failOn([2], () => problem('number-unlucky', 'two'));
    const batch = await records([counted('a', 2), counted('a', 3)]);
    await take(batch);
    await take(batch);
    expect(await letters()).toHaveLength(2);
  });
});

describe('what may pass', () => {
  const refused = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

  it('is waited for, with a sign of life, and is no dead letter however long it takes', async () => {
    let failures = 5;
    service.beforeEffects = async () => {
      if (failures-- > 0) throw refused();
    };
    await take(await records(upTo(3)));
    expect(await numbers()).toEqual([0, 1, 2]);
    expect(await letters()).toEqual([]);
    expect(beats).toBeGreaterThan(6);
  });

  it('is left undone when the process stops meanwhile, so that it comes again', async () => {
    failOn([1], refused);
    const batch = await records(upTo(3));
    const taking = take(batch);
    await eventually(() => expect(beats).toBeGreaterThan(1));
    expect(progress.health().ageOfLastCommit).toBeGreaterThan(0);
    stopping.abort();
    await expect(taking).rejects.toThrow('stopped');
    expect(await service.count('inbox')).toBe(0);
    expect(progress.health().ageOfLastCommit).toBe(0);
  });

  it('ends at once when the heartbeat says that the group is dealt anew', async () => {
    failOn([1], refused);
    const batch = await records(upTo(3));
    const rebalance = new Error('REBALANCE_IN_PROGRESS');
    const heartbeat = async () => {
      if (beats++ > 1) throw rebalance;
    };
    await expect(pipeline.take(topic, { topic: topic.name, partition: 0, records: batch, lag: 0, signal: stopping.signal, heartbeat })).rejects.toBe(rebalance);
  });
});
