import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Envelope, type Topic } from '@laurel/events';
import { createLogger } from '@laurel/runtime';
import { counted, countedOn, eventually, inProcessLog, SampleService, sampleTopic, type TestLog } from '@laurel/testing';
import { Progress } from '../health/progress.js';
import { survey } from '../strategy/upkeep.js';
import type { OnBatch, OutgoingRecord, Transport } from '../transport/transport.js';
import { emit } from './emit.js';
import { Relay } from './relay.js';
import { partitionOf, shardOf } from './shards.js';

/** A real transport behind a cable that a test pulls. */
class Cable implements Transport {
  /** Refuses what goes to these partitions, before or, as a lost answer does, after it is stored. */
  refuses: (topic: string, partition: number) => 'before' | 'after' | undefined = () => undefined;
  sends = 0;

  constructor(private readonly transport: Transport) {}

  async publish(topic: string, partition: number, records: readonly OutgoingRecord[]): Promise<void> {
    this.sends += 1;
    const when = this.refuses(topic, partition);
    if (when === 'before') throw new Error('no leader');
    await this.transport.publish(topic, partition, records);
    if (when === 'after') throw new Error('the answer is lost');
  }

  consume(group: string, topic: Topic, onBatch: OnBatch): void {
    this.transport.consume(group, topic, onBatch);
  }

  close(): Promise<void> {
    return this.transport.close();
  }
}

const topic = sampleTopic(2);
const type = countedOn(topic);
let service: SampleService;
let log: TestLog;
let cable: Cable;
let relays: Relay[];
let arrived: number[];
let progress: Progress;

beforeEach(async () => {
  [relays, arrived, progress] = [[], [], new Progress('sample')];
  service = await SampleService.open('sample', []);
  log = await inProcessLog();
  cable = new Cable(await log.open());
  cable.consume('reader', topic, async ({ records }) => {
    arrived.push(...records.map(({ value }) => Number(Envelope.parse(JSON.parse(value ?? '')).data.number)));
  });
});
afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
  await cable.close();
  await service.database.close();
});

function startRelay(): Relay {
  const relay = new Relay({ database: service.database, transport: cable, logger: createLogger('test', 'silent'), progress });
  relays.push(relay);
  relay.start();
  return relay;
}

const unpublished = () => service.count('outbox');
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
const tell = (subject: string, numbers: readonly number[]) => service.emit(type, numbers.map((number) => counted(subject, number)));

describe('what was committed', () => {
  it('is sent in order, at once, and removed', async () => {
    startRelay();
    await tell('s-0', range(0, 1_200));
    await eventually(() => expect(arrived).toHaveLength(1_200), 3_000);
    expect(arrived).toEqual(range(0, 1_200));
    await eventually(async () => expect(await unpublished()).toBe(0));
  });

  it('is sent although a transaction with a lower number ends later', async () => {
    startRelay();
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (finish = resolve));
    const slow = service.database.asPipeline(async (tx) => {
      await emit(tx, type, [counted('s-0', 1)]);
      await held;
    });
    await eventually(async () => {
      await tell('s-0', [2]);
      expect(arrived).toContain(2);
    });
    expect(arrived).not.toContain(1);
    finish();
    await slow;
    await eventually(() => expect(arrived).toContain(1));
  });

  it('by another process is sent within the second of the poll, or when it wakes us', async () => {
    await tell('s-0', [1]);
    const [waiting]: [Record<string, unknown>] = await service.database.pipelines.query('select id, aggregatetype, type, aggregateid, aggregateversion, key, shard, partition, payload from outbox');
    startRelay();
    await eventually(() => expect(arrived).toEqual([1]));
    const values = Object.keys(waiting).map((_, at) => `$${at + 1}`);
    await service.database.pipelines.query(`insert into outbox (${Object.keys(waiting).join(', ')}) values (${values.join(', ')})`, Object.values(waiting));
    await eventually(() => expect(arrived).toEqual([1, 1]), 2_000);
  });
});

describe('what is not acknowledged', () => {
  it('is sent again until it is, in order, and the age of the outbox shows it', async () => {
    cable.refuses = () => 'before';
    startRelay();
    await tell('s-0', range(0, 20));
    await eventually(() => expect(cable.sends).toBeGreaterThan(3));
    progress.surveyed(await survey(service.database));
    expect(progress.health().oldestUnpublished).toBeGreaterThan(0);
    expect(await unpublished()).toBe(20);
    cable.refuses = () => undefined;
    await eventually(() => expect(arrived).toEqual(range(0, 20)), 10_000);
    await eventually(async () => expect(await unpublished()).toBe(0));
    progress.surveyed(await survey(service.database));
    expect(progress.health().oldestUnpublished).toBe(0);
  });

  it('may have arrived all the same: it is sent twice rather than not at all', async () => {
    let lost = 2;
    cable.refuses = () => (lost-- > 0 ? 'after' : undefined);
    startRelay();
    await tell('s-0', range(0, 5));
    await eventually(async () => expect(await unpublished()).toBe(0));
    await eventually(() => expect(arrived).toEqual([...range(0, 5), ...range(0, 5), ...range(0, 5)]));
  });

  it('holds up no other partition', async () => {
    const down = partitionOf(shardOf('s-0'), topic.partitions);
    const elsewhere = range(1, 100).map((number) => `s-${number}`).find((subject) => partitionOf(shardOf(subject), topic.partitions) !== down);
    cable.refuses = (_, partition) => (partition === down ? 'before' : undefined);
    startRelay();
    await tell('s-0', range(0, 700));
    await tell(elsewhere ?? '', range(1_000, 1_700));
    await eventually(() => expect(arrived).toEqual(range(1_000, 1_700)), 3_000);
  });

  it('does not keep the process from stopping', async () => {
    cable.refuses = () => 'before';
    const relay = startRelay();
    await tell('s-0', [1]);
    await eventually(() => expect(cable.sends).toBeGreaterThan(0));
    const began = Date.now();
    await relay.stop();
    expect(Date.now() - began).toBeLessThan(1_000);
    expect(await unpublished()).toBe(1);
  });
});

describe('of two processes', () => {
  it('one sends at a time, and the other goes on when it ends', async () => {
    const first = startRelay();
    await tell('s-0', range(0, 10));
    await eventually(() => expect(arrived).toHaveLength(10));
    const second = startRelay();
    await tell('s-0', range(10, 20));
    await eventually(() => expect(arrived).toHaveLength(20));
    await first.stop();
    await tell('s-0', range(20, 30));
    await eventually(() => expect(arrived).toEqual(range(0, 30)));
    await second.stop();
    const locks: unknown[] = await service.database.pipelines.query(`select from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`);
    expect(locks).toEqual([]);
  });

  it('one whose session is cut off finds back', async () => {
    startRelay();
    await tell('s-0', [0]);
    await eventually(() => expect(arrived).toEqual([0]));
    const cut: unknown[] = await service.database.pipelines.query(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database()) group by pid`,
    );
    expect(cut).toHaveLength(1);
    await tell('s-0', [1]);
    await eventually(() => expect(arrived).toEqual([0, 1]));
  });
});
