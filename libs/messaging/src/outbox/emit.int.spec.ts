import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Envelope } from '@laurel/events';
import { ANYONE, continueTrace, inTrace, tenantOf } from '@laurel/runtime';
import { counted, countedOn, SampleService, sampleTopic } from '@laurel/testing';
import { emit, MAX_EVENT_BYTES } from './emit.js';

const topic = sampleTopic(4);
const type = countedOn(topic);
const tenant = tenantOf('01a20d60-449e-76f5-806e-a69e827b9dc7');
let service: SampleService;

beforeAll(async () => {
  service = await SampleService.open('sample', []);
});
afterAll(() => service.database.close());

interface Row { readonly seq: string; readonly payload: string; readonly key: string; readonly shard: number; readonly partition: number; readonly aggregateid: string }
const stored = (subject: string): Promise<Row[]> => service.database.pipelines.query('select * from outbox where aggregateid = $1 order by seq', [subject]);

it('stores a CloudEvent, in a request\'s transaction as in a pipeline\'s', async () => {
  await service.database.asTenant(tenant, (tx) => emit(tx, type, [counted('request', 1)]));
  await service.database.asPipeline((tx) => emit(tx, type, [counted('pipeline', 1)]));
  for (const subject of ['request', 'pipeline']) {
    const [row] = await stored(subject);
    expect(Envelope.parse(JSON.parse(row?.payload ?? ''))).toMatchObject({ type: type.type, source: '/laurel/provider-registry', subject, orderingkey: subject, aggregateversion: 2, data: { number: 1 } });
  }
});

it('tells nothing of a transaction that is rolled back', async () => {
  const failing = service.database.asTenant(tenant, async (tx) => {
    await emit(tx, type, [counted('rolled-back', 1)]);
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await stored('rolled-back')).toEqual([]);
});

it('keeps one ordering key on one partition, and the order of what is told', async () => {
  await service.emit(type, Array.from({ length: 2_500 }, (_, number) => ({ ...counted('many', number), orderingKey: `key-${number % 7}` })));
  const rows = await stored('many');
  expect(rows.map(({ payload }) => Envelope.parse(JSON.parse(payload)).data.number)).toEqual(rows.map((_, index) => index));
  const partitions = new Map(rows.map(({ payload, partition }) => [`${Envelope.parse(JSON.parse(payload)).orderingkey} ${partition}`, partition]));
  expect(partitions.size).toBe(7);
  expect(rows.every(({ shard, partition }) => partition === shard % topic.partitions && shard < 32)).toBe(true);
});

it('takes the key of a compacted topic, the trace of the request, or a trace of the event\'s own', async () => {
  const trace = continueTrace(undefined);
  const own = continueTrace(undefined);
  await inTrace(trace, () => service.emit(type, [{ ...counted('keyed', 1), key: 'keyed/1' }, { ...counted('keyed', 2), traceparent: own }]));
  const rows = await stored('keyed');
  expect(rows.map(({ key }) => key)).toEqual(['keyed/1', 'keyed']);
  expect(rows.map(({ payload }) => Envelope.parse(JSON.parse(payload)).traceparent)).toEqual([trace, own]);
});

it('refuses what does not fit its schema or no broker would take, and stores nothing of it', async () => {
  await expect(service.emit(type, [counted('wrong', 1), { ...counted('wrong', 2), data: { number: 1.5 } }])).rejects.toThrow('does not fit its schema');
  await expect(service.emit(type, [counted('wrong', 1, 0)])).rejects.toThrow('does not fit its schema');
  await expect(service.emit(type, [{ ...counted('wrong', 1), data: { number: 1, filling: 'x'.repeat(MAX_EVENT_BYTES) } }])).rejects.toThrow('more than 900000');
  expect(await stored('wrong')).toEqual([]);
});

it('leaves requests nothing else to do with the tables of messaging', async () => {
  const asRequest = (sql: string) => service.database.asTenant(ANYONE, (tx) => tx.query(sql));
  for (const table of ['outbox', 'inbox', 'dead_letter', 'dead_letter_replay']) {
    await expect(asRequest(`select * from ${table}`)).rejects.toThrow('permission denied');
    await expect(asRequest(`delete from ${table}`)).rejects.toThrow('permission denied');
  }
  const open: unknown[] = await service.database.pipelines.query(
    `select relname from pg_class where relnamespace = 'sample'::regnamespace and relname in ('outbox', 'inbox', 'dead_letter', 'dead_letter_replay') and not (relrowsecurity and relforcerowsecurity)`,
  );
  expect(open).toEqual([]);
});
