import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { counted, countedOn, describeTransports, eventually, runServices, SampleService, sampleTopic, type CountedType, type TestLog } from '@laurel/testing';
import type { INestApplication } from '@nestjs/common';

describeTransports((newLog) => {
  let log: TestLog; let type: CountedType; let sender: SampleService; let taker: SampleService; let app: INestApplication;
  beforeAll(async () => {
    log = await newLog();
    const topic = sampleTopic(4);
    await log.prepare(topic, { ...topic, name: `${topic.name}.dlq` });
    type = countedOn(topic);
    sender = await SampleService.open('sender', []);
    taker = await SampleService.open('taker', [type]);
    app = await runServices(await log.open(), sender, taker);
  }, 120_000);
  afterAll(async () => {
    await app.close();
  });
  it('carries events', async () => {
    await sender.emit(type, Array.from({ length: 2000 }, (_, n) => counted(`subject-${n % 50}`, n)));
    await eventually(async () => expect(await taker.count('effect')).toBe(2000), 20_000);
  });
});
