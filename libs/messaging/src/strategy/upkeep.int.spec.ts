import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { counted, countedOn, SampleService, sampleTopic } from '@laurel/testing';
import { purge, survey } from './upkeep.js';

const type = countedOn(sampleTopic(1));
let service: SampleService;

beforeEach(async () => {
  service = await SampleService.open('sample', []);
});
afterEach(() => service.database.close());

it('removes what was sent an hour ago, however much that is, and what arrived 30 days ago', async () => {
  const { pipelines } = service.database;
  await service.emit(type, [counted('sent long ago', 1), counted('sent now', 2), counted('never sent', 3)]);
  await pipelines.query(`update outbox set published_at = now() - case aggregateid when 'sent now' then interval '59 minutes' else interval '61 minutes' end where aggregateid <> 'never sent'`);
  await pipelines.query(`insert into outbox (id, aggregatetype, type, aggregateid, aggregateversion, key, shard, partition, payload, published_at)
    select id, aggregatetype, type, aggregateid, aggregateversion, key, shard, partition, payload, published_at from outbox, generate_series(1, 20500) where aggregateid = 'sent long ago'`);
  await pipelines.query(`insert into inbox (event_id, received_at) values (gen_random_uuid(), now() - interval '31 days'), (gen_random_uuid(), now() - interval '29 days')`);
  await purge(service.database);
  expect(await pipelines.query('select aggregateid from outbox order by seq')).toEqual([{ aggregateid: 'sent now' }, { aggregateid: 'never sent' }]);
  expect(await service.count('inbox')).toBe(1);
});

it('tells since when the oldest event waits, and how much is dead or parked', async () => {
  const { pipelines } = service.database;
  expect(await survey(service.database)).toEqual({ unpublishedSince: null, dead: 0, parkedAggregates: 0 });
  await service.emit(type, [counted('waits', 1)]);
  await pipelines.query(`update outbox set created_at = '2026-11-24T09:00:00Z'`);
  await pipelines.query(`insert into dead_letter (id, state, topic, partition, "offset", subject, tries)
    select gen_random_uuid(), state, 't', 0, row_number() over (), subject, 1 from (values ('dead', 'a'), ('parked', 'a'), ('parked', 'a'), ('dead', 'b'), ('parked', 'b'), ('replayed', 'c')) letters (state, subject)`);
  expect(await survey(service.database)).toEqual({ unpublishedSince: new Date('2026-11-24T09:00:00Z'), dead: 2, parkedAggregates: 2 });
});
