import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { deadLetterTopic, type Topic } from '@laurel/events';
import { counted, countedOn, describeTransports, eventually, runServices, SampleService, sampleTopic, type CountedType, type TestLog } from '@laurel/testing';
import type { INestApplication } from '@nestjs/common';

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Outbox, relay, transport and consumers together, as a service runs them. */
describeTransports((newLog) => {
  let log: TestLog;
  let topic: Topic;
  let type: CountedType;
  let sender: SampleService;
  let taker: SampleService;
  let apps: INestApplication[];

  beforeEach(async () => {
    log = await newLog();
    topic = sampleTopic(4);
    type = countedOn(topic);
    apps = [];
    await log.prepare(topic, deadLetterTopic(topic));
    [sender, taker] = await Promise.all([SampleService.open('sender', []), SampleService.open('taker', [type])]);
  }, 120_000);
  afterEach(() => Promise.all(apps.map((app) => app.close())));

  async function run(...services: readonly SampleService[]): Promise<INestApplication> {
    const app = await runServices(await log.open(), ...services);
    apps.push(app);
    return app;
  }

  async function stop(app: INestApplication): Promise<void> {
    apps = apps.filter((each) => each !== app);
    await app.close();
  }

  it('carries 3,000 events with 50 poison: 2,950 effects in order, 50 dead letters, none twice', async () => {
    const poison = new Set(range(50).map((index) => index * 60 + 7));
    taker.beforeEffects = async (events) => {
      if (events.some(({ data }) => poison.has(data.number))) throw new RangeError('poison');
    };
    await run(sender, taker);
    // Each poison has an aggregate of its own, so that nothing is parked; 30 ordering keys are shared by all.
    for (let from = 0; from < 3_000; from += 250) {
      await sender.emit(type, range(250).map((index) => ({ ...counted(`subject-${from + index}`, from + index), orderingKey: `key-${(from + index) % 30}` })));
    }
    await eventually(async () => expect([await taker.count('effect'), await taker.count('dead_letter')]).toEqual([2_950, 50]), 25_000);
    const numbers = (await taker.effects()).map(({ number }) => number);
    expect(new Set(numbers).size).toBe(2_950);
    for (const key of range(30)) {
      const ofKey = numbers.filter((number) => number % 30 === key);
      expect(ofKey).toEqual([...ofKey].sort((a, b) => a - b));
    }
    await eventually(async () => expect([await sender.count('outbox'), await taker.count('outbox')]).toEqual([0, 0]));
  }, 60_000);

  it('gives each service every event at its own position: one that is slow holds up no other', async () => {
    const slow = await SampleService.open('slow', [type]);
    slow.beforeEffects = () => new Promise((resolve) => setTimeout(resolve, 1_500));
    await run(sender, taker, slow);
    await sender.emit(type, range(100).map((number) => counted(`subject-${number}`, number)));
    await eventually(async () => expect(await taker.count('effect')).toBe(100), 10_000);
    expect(await slow.count('effect')).toBeLessThan(100);
    await eventually(async () => expect(await slow.count('effect')).toBe(100), 15_000);
  });

  it('stops after the batch in work, and goes on with the next after a restart, each event once', async () => {
    let calls = 0;
    taker.beforeEffects = async () => {
      calls += 1;
      await new Promise((resolve) => setTimeout(resolve, 400));
    };
    await run(sender);
    const first = await run(taker);
    await sender.emit(type, range(400).map((number) => counted(`subject-${number}`, number)));
    await eventually(() => expect(calls).toBeGreaterThan(0), 10_000);
    const began = Date.now();
    await stop(first);
    expect(Date.now() - began).toBeLessThan(4_000);
    await taker.reopen();
    expect(await taker.count('effect')).toBe(await taker.count('inbox'));
    expect(await taker.count('effect')).toBeGreaterThan(0);
    await sender.emit(type, range(100).map((number) => counted(`subject-${number + 400}`, number + 400)));
    await run(taker);
    await eventually(async () => expect(await taker.count('effect')).toBe(500), 20_000);
    expect(new Set((await taker.effects()).map(({ number }) => number)).size).toBe(500);
  }, 60_000);

  it('goes on by itself after what it waited for is back', async () => {
    let away = true;
    taker.beforeEffects = async () => {
      if (away) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    };
    await run(sender, taker);
    await sender.emit(type, range(300).map((number) => counted(`subject-${number % 10}`, number)));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await taker.count('effect')).toBe(0);
    away = false;
    await eventually(async () => expect(await taker.count('effect')).toBe(300), 15_000);
    expect(await taker.count('dead_letter')).toBe(0);
  });
});
