import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { outcomeRecorded } from '@laurel/events';
import { discardPostgres } from '@laurel/infra';
import { newId } from '@laurel/runtime';
import { eventually } from '@laurel/testing';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { StandaloneConfig } from '../config.js';
import { startStandalone, type Standalone } from '../start-standalone.js';
import { readCommand } from './command-line.js';
import { runDeadLetters } from './dead-letters.js';

const folder = mkdtempSync(join(tmpdir(), 'laurel-command-line-'));
let laurel: Standalone;
const run = (...args: string[]) => runDeadLetters(readCommand(['dead-letters', ...args]), folder);

beforeAll(async () => {
  laurel = await startStandalone(StandaloneConfig.parse({ LAUREL_DATA: folder, PORT: 0, LOG_LEVEL: 'silent' }));
}, 60_000);

afterAll(async () => {
  await laurel.stop();
  discardPostgres(folder);
  rmSync(folder, { recursive: true });
});

it('lists, shows and replays what a consumer could not take', async () => {
  expect(await run('list')).toBe('none\n');
  const eventId = newId();
  const outbox = new pg.Client({ connectionString: readFileSync(join(folder, 'secrets/learner-records/database-pipeline-url'), 'utf8') });
  await outbox.connect();
  // an event that no emit would let out: its data fits no schema
  await outbox.query(`insert into outbox (id, aggregatetype, type, aggregateid, aggregateversion, key, shard, partition, payload) values ($1, $2, $3, 'x', 1, 'x', 0, 0, $4)`, [
    eventId, outcomeRecorded.topic.name, outcomeRecorded.type,
    JSON.stringify({ specversion: '1.0', id: eventId, type: outcomeRecorded.type, source: '/laurel/learner-records', subject: 'x', time: '2026-11-24T09:00:00.000Z', datacontenttype: 'application/json', dataschema: 'x', orderingkey: 'x', aggregateversion: 1, data: { nonsense: true } }),
  ]);
  await outbox.end();
  const listed = await eventually(async () => {
    const text = await run('list', '--service', 'credential-issuance');
    expect(text).toContain(outcomeRecorded.type);
    return text;
  });
  const [id = ''] = listed.split(/\s+/);
  expect(JSON.parse(await run('show', id, '--service', 'credential-issuance'))).toMatchObject({ id, eventId, state: 'dead', replays: [] });
  expect(await run('replay', '--id', id, '--dry-run')).toMatch(/^would be replayed: /);
  expect(JSON.parse(await run('show', id, '--service', 'credential-issuance'))).toMatchObject({ replays: [] });
  expect(await run('replay', '--id', id)).toMatch(/^failed again \(.*\): /);
  expect(JSON.parse(await run('show', id, '--service', 'credential-issuance'))).toMatchObject({ state: 'dead', replays: [{ succeeded: false }] });
}, 30_000);
