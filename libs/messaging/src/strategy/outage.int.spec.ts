import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { createLogger } from '@laurel/runtime';
import { BreakablePostgres, counted, countedOn, eventually, runServices, SampleService, sampleTopic } from '@laurel/testing';
import type { INestApplication } from '@nestjs/common';
import { InProcessTransport } from '../transport/in-process/in-process-transport.js';

const type = countedOn(sampleTopic(4));
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

let postgres: BreakablePostgres;
let sender: SampleService;
let taker: SampleService;
let app: INestApplication;

beforeAll(async () => {
  postgres = await BreakablePostgres.start();
}, 60_000);
afterAll(() => postgres.discard());

beforeEach(async () => {
  const urls = await postgres.provision('sender', 'taker', 'event-log');
  sender = await SampleService.open('sender', [], urls.sender);
  taker = await SampleService.open('taker', [type], urls.taker);
  app = await runServices(await InProcessTransport.open(urls['event-log'], createLogger('test', 'silent')), sender, taker);
});
afterEach(() => app.close());

it('waits while the database is away, and then has every event once and no dead letter', async () => {
  for (const start of range(6)) await sender.emit(type, range(500).map((number) => counted(`subject-${number % 20}`, start * 500 + number)));
  await eventually(async () => expect(await taker.count('effect')).toBeGreaterThan(0));
  await postgres.kill();
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  await postgres.mend();
  await eventually(async () => expect(await taker.count('effect')).toBe(3_000), 25_000);
  expect(new Set((await taker.effects()).map(({ number }) => number)).size).toBe(3_000);
  expect(await taker.count('dead_letter')).toBe(0);
}, 60_000);

it('stops within its time while the database is away', async () => {
  await sender.emit(type, range(10).map((number) => counted('subject', number)));
  await postgres.kill();
  const began = Date.now();
  await app.close();
  expect(Date.now() - began).toBeLessThan(6_000);
  await postgres.mend();
}, 60_000);
