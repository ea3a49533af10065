import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { findProcess } from '../processes/running-process.js';
import { createTopics } from './kafka-admin.js';
import { whyNoKafka } from './jars.js';
import { startKafka, type RunningKafka } from './start-kafka.js';

const describeWithKafka = whyNoKafka() === undefined ? describe : describe.skip;
const folder = mkdtempSync(join(tmpdir(), 'laurel-kafka-'));

const clientOf = (brokers: string[]) => new Kafka({ brokers, logLevel: logLevel.NOTHING });

async function send(brokers: string[], topic: string, values: string[], retries = 8): Promise<void> {
  const producer = clientOf(brokers).producer({ allowAutoTopicCreation: true, retry: { retries } });
  await producer.connect();
  await producer.send({ topic, acks: -1, messages: values.map((value) => ({ value })) });
  await producer.disconnect();
}

async function receive(brokers: string[], topic: string, count: number): Promise<string[]> {
  const consumer = clientOf(brokers).consumer({ groupId: `reader-${Math.random()}`, maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  const values: string[] = [];
  await new Promise<void>((resolve, reject) => {
    consumer.run({ eachMessage: async ({ message }) => {
      if (values.push(String(message.value)) === count) resolve();
    } }).catch(reject);
  });
  await consumer.disconnect();
  return values;
}

describeWithKafka('startKafka', () => {
  let kafka: RunningKafka;

  beforeAll(async () => {
    kafka = await startKafka({ folder });
  }, 120_000);

  afterAll(async () => {
    await kafka.stop();
    rmSync(folder, { recursive: true });
  });

  it('creates topics as planned, again without effect, and refuses another number of partitions', async () => {
    const plan = [{ topic: 'facts', partitions: 4, compacted: true }, { topic: 'happenings', partitions: 2, compacted: false, retentionMs: 900_000 }];
    await createTopics(kafka.brokers, plan, 1);
    await createTopics(kafka.brokers, plan, 1);
    await expect(createTopics(kafka.brokers, [{ topic: 'facts', partitions: 8, compacted: true }], 1)).rejects.toThrow('has 4 partitions');

    const admin = clientOf(kafka.brokers).admin();
    await admin.connect();
    const { resources } = await admin.describeConfigs({ includeSynonyms: false, resources: [{ type: 2, name: 'facts' }, { type: 2, name: 'happenings' }] });
    await admin.disconnect();
    const settings = resources.map(({ configEntries }) => Object.fromEntries(configEntries.map(({ configName, configValue }) => [configName, configValue])));
    expect(settings[0]).toMatchObject({ 'cleanup.policy': 'compact' });
    expect(settings[1]).toMatchObject({ 'cleanup.policy': 'delete', 'retention.ms': '900000' });
  });

  it('creates no topic that nobody planned', async () => {
    await expect(send(kafka.brokers, 'unplanned', ['x'], 1)).rejects.toThrow();
  });

  it('keeps what it acknowledged over kill -9, at the same address', async () => {
    await createTopics(kafka.brokers, [{ topic: 'kept', partitions: 1, compacted: false }], 1);
    await send(kafka.brokers, 'kept', ['one', 'two']);
    const [node] = kafka.nodes;
    const before = node?.pid ?? 0;
    await node?.kill('SIGKILL');
    expect(findProcess(before)).toBeUndefined();
    await node?.start();
    expect(Number(readFileSync(join(folder, 'pids', 'kafka.pid'), 'utf8'))).toBe(node?.pid);
    expect(await receive(kafka.brokers, 'kept', 2)).toEqual(['one', 'two']);
  });

  it('keeps it over a stop and a start of the folder too', async () => {
    const { pid } = kafka.nodes[0] ?? { pid: 0 };
    await expect(startKafka({ folder })).rejects.toThrow('in use by process');
    const began = Date.now();
    await kafka.stop();
    expect(Date.now() - began).toBeLessThan(6_000);
    expect(findProcess(pid)).toBeUndefined();
    kafka = await startKafka({ folder });
    expect(await receive(kafka.brokers, 'kept', 2)).toEqual(['one', 'two']);
  });
});

describeWithKafka('startKafka with three nodes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-kafka-3-'));
  let orphan: ChildProcess | undefined;
  let kafka: RunningKafka | undefined;

  afterAll(async () => {
    orphan?.kill('SIGKILL');
    await kafka?.stop();
    rmSync(folder, { recursive: true });
  });

  it('takes over from a killed process, loses a node without losing an event, and has the node back', async () => {
    const entry = new URL('../dist/index.js', import.meta.url).href;
    orphan = spawn(process.execPath, ['--input-type=module', '-e', `const { startKafka } = await import(${JSON.stringify(entry)});
      const { nodes } = await startKafka({ folder: ${JSON.stringify(folder)}, nodes: 3 });
      console.log(nodes.map(({ pid }) => pid).join()); setInterval(() => undefined, 1000);`], { stdio: ['ignore', 'pipe', 'inherit'] });
    const pids = await new Promise<string>((resolve) => orphan?.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString())));
    orphan.kill('SIGKILL');

    kafka = await startKafka({ folder, nodes: 3 });
    expect(pids.split(',').map((pid) => findProcess(Number(pid)))).toEqual([undefined, undefined, undefined]);
    await createTopics(kafka.brokers, [{ topic: 'kept', partitions: 3, compacted: false }], 3);
    await send(kafka.brokers, 'kept', ['one']);
    await kafka.nodes[2]?.kill('SIGKILL');
    await send(kafka.brokers.slice(0, 2), 'kept', ['two']);
    await kafka.nodes[2]?.start();
    await kafka.nodes[0]?.kill('SIGKILL');
    expect((await receive(kafka.brokers, 'kept', 2)).sort()).toEqual(['one', 'two']);
  }, 120_000);
});
