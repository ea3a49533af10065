import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { inProcessLog, countedOn, runServices, SampleService, sampleTopic } from '@laurel/testing';
import { Database } from '@laurel/runtime';
import type { Transport } from '../transport/transport.js';
import { OnEvent } from './on-event.js';

const topic = sampleTopic(1);
const type = countedOn(topic);
let transport: Transport;

beforeEach(async () => {
  transport = await (await inProcessLog()).open();
});
afterEach(() => transport.close());

class Taking {
  taken = 0;

  @OnEvent(type)
  async take(events: readonly unknown[]): Promise<void> {
    this.taken += events.length;
  }
}

it('refuses two handlers of one service for one type: they would run each other\'s events again', async () => {
  const service = await SampleService.open('sample', [type, type]);
  await expect(runServices(transport, service)).rejects.toThrow('sample has two handlers for laurel.sample.counted.v1');
  await service.database.close();
});

it('takes two services of one process for two consumers', async () => {
  const [one, two] = await Promise.all([SampleService.open('one', [type]), SampleService.open('two', [type])]);
  const app = await runServices(transport, one, two);
  await app.close();
});

it('refuses a handler whose module names no consumer', async () => {
  const nameless = { module: () => ({ module: class Nameless {}, providers: [Taking] }) };
  await expect(runServices(transport, nameless)).rejects.toThrow('Taking takes events, but its module provides no Database');
});

it('finds the Database that a module imports', async () => {
  const service = await SampleService.open('sample', []);
  const database = { module: class Store {}, providers: [{ provide: Database, useValue: service.database }], exports: [Database] };
  const app = await runServices(transport, { module: () => ({ module: class Importing {}, imports: [database], providers: [Taking] }) });
  await app.close();
});
