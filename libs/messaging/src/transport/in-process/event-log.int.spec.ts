import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Database } from '@laurel/runtime';
import { sampleTopic, scratchUrls } from '@laurel/testing';
import { EventLog } from './event-log.js';

let log: EventLog;
let database: Database;

beforeEach(async () => {
  const { 'event-log': urls } = await scratchUrls('event-log');
  log = await EventLog.open(urls);
  database = await Database.open({ schema: 'event_log', entities: [], migrations: [], urls });
});
afterEach(() => Promise.all([log.close(), database.close()]));

const valuesOf = async (topic: string) => (await log.read(topic, 0, 0)).map(({ value }) => value);
const age = (offsets: string, interval: string) => database.pipelines.query(`update record set appended_at = now() - interval '${interval}' where "offset" in (${offsets})`);

it('numbers a partition without gaps in the order of commits, however many append at once', async () => {
  const { name } = sampleTopic(1);
  await Promise.all(Array.from({ length: 40 }, (_, writer) => log.append(name, 0, [{ key: 'a', value: `${writer}.0` }, { key: 'a', value: `${writer}.1` }])));
  const records = await log.read(name, 0, 0);
  expect(records.map(({ offset }) => Number(offset))).toEqual(Array.from({ length: 80 }, (_, offset) => offset));
  for (let offset = 0; offset < 80; offset += 2) expect(records[offset + 1]?.value).toBe(records[offset]?.value?.replace('.0', '.1'));
  expect(await log.heads()).toEqual([{ topic: name, partition: 0, next: 80 }]);
});

it('keeps happenings for as long as their topic says', async () => {
  const topic = sampleTopic(1, { retentionMs: 60_000 });
  await log.append(topic.name, 0, ['old', 'older', 'young'].map((value) => ({ key: value, value })));
  await age('0, 1', '61 seconds');
  await log.expire(topic);
  expect(await valuesOf(topic.name)).toEqual(['young']);
  expect(await log.append(topic.name, 0, [{ key: 'next', value: 'next' }])).toBe(4);
});

it('keeps the last fact of each key for ever, older ones for as long as the topic says, and forgets what a tombstone ends', async () => {
  const topic = sampleTopic(1, { compacted: true, retentionMs: 60_000 });
  const records = [['a', 'a1'], ['b', 'b1'], ['a', 'a2'], ['c', 'c1'], ['c', null], ['b', 'b2']] as const;
  await log.append(topic.name, 0, records.map(([key, value]) => ({ key, value })));
  await age('0, 2, 3, 4', '61 seconds');
  await log.expire(topic);
  expect(await valuesOf(topic.name)).toEqual(['b1', 'a2', 'b2']);
});
