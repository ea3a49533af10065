import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { counted, countedOn, SampleService, sampleTopic } from '@laurel/testing';
import { purge, survey } from './upkeep.js';

const type = countedOn(sampleTopic(1));
let service: SampleService;

beforeEach(async () => {
  service = await SampleService.open('sample', []);
});
afterEach(() => service.database.close());

it('removes what arrived 30 days ago, however much that is', async () => {
  const { pipelines } = service.database;
  await pipelines.query(`insert into inbox (event_id, received_at) select gen_random_uuid(), now() - interval '31 days' from generate_series(1, 20500)`);
  await pipelines.query(`insert into inbox (event_id, received_at) values (gen_random_uuid(), now() - interval '29 days')`);
  await purge(service.database);
  expect(await service.count('inbox')).toBe(1);
});

it('tells since when the oldest event waits, and how much is dead or parked', async () => {
  const { pipelines } = service.database;
  expect(await survey(service.database)).toEqual({ unpublishedSince: null, dead: 0, parkedAggregates: 0 });
  await service.emit(type, [counted('waits', 1)]);
  await pipelines.query(`update outbox set created_at = '2026-11-24T09:00:00Z'`);
  await service.emit(countedOn(sampleTopic(1)), [counted('waits elsewhere', 1)]);
  await pipelines.query(`insert into dead_letter (id, state, topic, partition, "offset", subject, tries)
    select gen_random_uuid(), state, 't', 0, row_number() over (), subject, 1 from (values ('dead', 'a'), ('parked', 'a'), ('parked', 'a'), ('dead', 'b'), ('parked', 'b'), ('replayed', 'c')) letters (state, subject)`);
  expect(await survey(service.database)).toEqual({ unpublishedSince: new Date('2026-11-24T09:00:00Z'), dead: 2, parkedAggregates: 2 });
});
