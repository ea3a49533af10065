import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Topic } from '@laurel/events';
import { describeTransports, eventually, sampleTopic, type TestLog } from '@laurel/testing';
import { Stopped } from '../pipeline/waiting.js';
import { BATCH, type Batch, type Transport } from './transport.js';

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
const recordsOf = (numbers: readonly number[], filling = '') => numbers.map((number) => ({ key: `key-${number}`, value: `${number}${filling}` }));
const numbersOf = ({ records }: Batch) => records.map(({ value }) => Number.parseInt(value ?? '', 10));

/** What both transports promise (transport.ts), each line held against the real thing. */
describeTransports((newLog) => {
  let log: TestLog;
  let topic: Topic;
  let opened: Transport[];

  beforeEach(async () => {
    log = await newLog();
    topic = sampleTopic(2);
    opened = [];
    await log.prepare(topic);
  }, 120_000);
  afterEach(() => Promise.all(opened.map((transport) => transport.close())));

  async function open(): Promise<Transport> {
    const transport = await log.open();
    opened.push(transport);
    return transport;
  }

  async function close(transport: Transport): Promise<void> {
    opened = opened.filter((each) => each !== transport);
    await transport.close();
  }

  /** Everything that the group has been given on a partition. */
  function collect(transport: Transport, group: string, partition = 0): number[] {
    const taken: number[] = [];
    transport.consume(`${group}.${topic.name}`, topic, async (batch) => {
      if (batch.partition === partition) taken.push(...numbersOf(batch));
    });
    return taken;
  }

  it('keeps the order of a partition, in batches of at most 500', async () => {
    const transport = await open();
    const sizes: number[] = [];
    const taken: number[] = [];
    await transport.publish(topic.name, 0, recordsOf(range(0, 1_200)));
    for (const number of range(1_200, 1_210)) await transport.publish(topic.name, 0, recordsOf([number]));
    transport.consume(`group.${topic.name}`, topic, async (batch) => {
      sizes.push(batch.records.length);
      taken.push(...numbersOf(batch));
    });
    await eventually(() => expect(taken).toEqual(range(0, 1_210)), 10_000);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(BATCH);
  });

  it('hands over keys, values, tombstones, rising offsets and the lag', async () => {
    const transport = await open();
    const batches: Batch[] = [];
    await transport.publish(topic.name, 1, [{ key: 'a', value: '{"š":"\u{1F393}"}' }, { key: 'a', value: null }]);
    transport.consume(`group.${topic.name}`, topic, async (batch) => void batches.push(batch));
    await eventually(() => expect(batches.flatMap(({ records }) => records)).toHaveLength(2), 10_000);
    expect(batches[0]).toMatchObject({ topic: topic.name, partition: 1 });
    expect(batches.flatMap(({ records }) => records).map(({ key, value }) => [key, value])).toEqual([['a', '{"š":"\u{1F393}"}'], ['a', null]]);
    expect(batches.flatMap(({ records }) => records).map(({ offset }) => Number(offset))).toEqual([0, 1]);
    expect(batches.at(-1)?.lag).toBe(0);
  });

  it('gives every group all of it, at its own position and from the beginning', async () => {
    const transport = await open();
    const early = collect(transport, 'early');
    await transport.publish(topic.name, 0, recordsOf(range(0, 10)));
    await eventually(() => expect(early).toEqual(range(0, 10)), 10_000);
    const late = collect(await open(), 'late');
    await transport.publish(topic.name, 0, recordsOf(range(10, 20)));
    await eventually(() => expect([early, late]).toEqual([range(0, 20), range(0, 20)]), 10_000);
  });

  it('goes on where the group was after a restart', async () => {
    const first = await open();
    const before = collect(first, 'group');
    await first.publish(topic.name, 0, recordsOf(range(0, 10)));
    await eventually(() => expect(before).toEqual(range(0, 10)), 10_000);
    await close(first);
    const second = await open();
    await second.publish(topic.name, 0, recordsOf(range(10, 20)));
    const after = collect(second, 'group');
    await eventually(() => expect(after).toEqual(range(10, 20)), 10_000);
  });

  it('brings again what was left undone when the process stopped', async () => {
    const first = await open();
    let given = 0;
    first.consume(`group.${topic.name}`, topic, async (batch) => {
      given += batch.records.length;
      await new Promise<void>((resolve) => batch.signal.addEventListener('abort', () => resolve()));
      throw new Stopped('not done');
    });
    await first.publish(topic.name, 0, recordsOf(range(0, 10)));
    await eventually(() => expect(given).toBeGreaterThan(0), 10_000);
    await close(first);
    const again = collect(await open(), 'group');
    await eventually(() => expect(again).toEqual(range(0, 10)), 10_000);
  });

  it('closes after the batch in work, and its position is kept', async () => {
    const first = await open();
    let finished = 0;
    first.consume(`group.${topic.name}`, topic, async (batch) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      finished += batch.records.length;
    });
    await first.publish(topic.name, 0, recordsOf(range(0, 10)));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await eventually(() => expect(finished).toBe(10), 10_000);
    await first.publish(topic.name, 0, recordsOf(range(10, 20)));
    const began = Date.now();
    await close(first);
    expect(Date.now() - began).toBeLessThan(4_000);
    expect(finished % 10).toBe(0);
    const rest = collect(await open(), 'group');
    await eventually(() => expect(rest).toEqual(range(finished, 20)), 10_000);
  });

  it('lets a slow group hold up nobody else, and a slow partition the others at most for its own batch', async () => {
    const transport = await open();
    const quick: number[] = [];
    let slow = 0;
    transport.consume(`slow-partition.${topic.name}`, topic, async (batch) => {
      if (batch.partition === 0) await new Promise((resolve) => setTimeout(resolve, 1_000));
      else quick.push(...numbersOf(batch));
    });
    transport.consume(`slow-group.${topic.name}`, topic, async (batch) => {
      slow += batch.records.length;
      await new Promise<void>((resolve) => batch.signal.addEventListener('abort', () => resolve()));
    });
    await transport.publish(topic.name, 0, recordsOf([0]));
    await eventually(() => expect(slow).toBe(1), 10_000);
    for (const number of range(1, 20)) await transport.publish(topic.name, 1, recordsOf([number]));
    await eventually(() => expect(quick).toEqual(range(1, 20)), 4_000);
  });

  it('takes a batch that is larger than a broker takes at once', async () => {
    const transport = await open();
    const taken = collect(transport, 'group');
    await transport.publish(topic.name, 0, recordsOf(range(0, 30), 'x'.repeat(100_000)));
    await eventually(() => expect(taken).toEqual(range(0, 30)), 20_000);
  });
});
