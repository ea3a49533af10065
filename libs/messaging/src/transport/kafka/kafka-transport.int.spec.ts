import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Topic } from '@laurel/events';
import { createLogger } from '@laurel/runtime';
import { BreakableBroker, broker, createKafkaTopics, eventually, sampleTopic, whyNoKafka } from '@laurel/testing';
import { waitBeating } from '../../pipeline/waiting.js';
import type { Batch } from '../transport.js';
import { KafkaTransport } from './kafka-transport.js';

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
const recordsOf = (numbers: readonly number[]) => numbers.map((number) => ({ key: `key-${number}`, value: String(number) }));
const numbersOf = ({ records }: Batch) => records.map(({ value }) => Number(value));

const describeWithKafka = whyNoKafka() === undefined ? describe : describe.skip;

describeWithKafka(`Kafka${whyNoKafka() === undefined ? '' : ` (${whyNoKafka()})`}`, () => {
  let brokers: readonly string[];
  let topic: Topic;
  let opened: KafkaTransport[];
  let crashes: Error[];

  beforeEach(async () => {
    [brokers, topic, opened, crashes] = [await broker(), sampleTopic(4), [], []];
    await createKafkaTopics(brokers, [topic]);
  }, 120_000);
  afterEach(() => Promise.all(opened.map((transport) => transport.close())));

  function open(to = brokers): KafkaTransport {
    const transport = new KafkaTransport({ brokers: to, clientId: 'test', logger: createLogger('test', 'silent'), onCrash: (error) => void crashes.push(error) });
    opened.push(transport);
    return transport;
  }

  it('does not create a topic that the deployment did not', async () => {
    await expect(open().publish(`${topic.name}.none`, 0, recordsOf([0]))).rejects.toThrow();
    await expect(open().publish(topic.name, 99, recordsOf([0]))).rejects.toThrow();
  });

  it('gives half of its partitions to a newcomer at once, although its handlers wait', async () => {
    const transport = open();
    const [before, after] = [new Set<number>(), new Set<number>()];
    let waits = 0;
    transport.consume(`group.${topic.name}`, topic, async (batch) => {
      before.add(batch.partition);
      waits += 1;
      await waitBeating(60_000, batch);
    });
    for (const partition of range(0, 4)) await transport.publish(topic.name, partition, recordsOf([partition]));
    await eventually(() => expect(before.size).toBe(4), 10_000);
    expect(waits).toBe(4);
    const began = Date.now();
    open().consume(`group.${topic.name}`, topic, async (batch) => void after.add(batch.partition));
    await eventually(() => expect(after.size).toBe(2), 15_000);
    expect(Date.now() - began).toBeLessThan(8_000);
    expect(crashes).toEqual([]);
  }, 60_000);

  it('keeps its place in the group while it waits for longer than a session, and its position is taken after that', async () => {
    const transport = open();
    const taken: number[] = [];
    transport.consume(`group.${topic.name}`, topic, async (batch) => {
      taken.push(...numbersOf(batch));
      await waitBeating(12_000, batch);
    });
    await transport.publish(topic.name, 0, recordsOf([1]));
    await eventually(() => expect(taken).toEqual([1]), 10_000);
    await transport.publish(topic.name, 0, recordsOf([2]));
    await eventually(() => expect(taken).toEqual([1, 2]), 20_000);
    expect(crashes).toEqual([]);
  }, 60_000);

  it('says so when kafkajs gives a consumer up, for the process to end', async () => {
    const transport = open();
    transport.consume(`group.${topic.name}`, topic, async () => {
      throw new TypeError('what the pipeline never does');
    });
    await transport.publish(topic.name, 0, recordsOf([0]));
    await eventually(() => expect(crashes).toHaveLength(1), 10_000);
  });

  it('waits for a broker that is not there yet, and for one that was killed', async () => {
    const kafka = await BreakableBroker.start();
    await createKafkaTopics(kafka.brokers, [topic]);
    await kafka.kill();

    const transport = open(kafka.brokers);
    const taken: number[] = [];
    transport.consume(`group.${topic.name}`, topic, async (batch) => void taken.push(...numbersOf(batch)));
    await expect(transport.publish(topic.name, 0, recordsOf([0]))).rejects.toThrow();
    await kafka.mend();
    await eventually(() => transport.publish(topic.name, 0, recordsOf([1])), 20_000);
    await eventually(() => expect(taken).toContain(1), 20_000);

    await kafka.kill();
    await kafka.mend();
    await eventually(() => transport.publish(topic.name, 0, recordsOf([2])), 20_000);
    await eventually(() => expect(taken).toContain(2), 20_000);
    expect(crashes).toEqual([]);

    await transport.close();
    await kafka.discard();
  }, 120_000);
});
