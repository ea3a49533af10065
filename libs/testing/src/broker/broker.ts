import { join } from 'node:path';
import { createTopics, startKafka, whyNoKafka } from '@laurel/infra';
import { allTopics, type Topic } from '@laurel/events';
import { noteProcess } from '../run/processes.js';
import { oncePerRun, runFolder } from '../run/once-per-run.js';
import { givenBrokers } from './broker.config.js';

/** Why Kafka's tests are skipped here, in a sentence; undefined where they run. */
export { whyNoKafka };

/** Real Kafka with Laurel's topics: `host:port` of its brokers. Starts when the first spec of the run asks, in 2 to 4 s. */
export async function broker(): Promise<readonly string[]> {
  const brokers = await oncePerRun('kafka', async () => {
    const started = givenBrokers() ?? (await start());
    await createKafkaTopics(started, allTopics);
    return started.join(',');
  });
  return brokers.split(',');
}

export const createKafkaTopics = (brokers: readonly string[], topics: readonly Topic[]): Promise<void> =>
  createTopics(brokers, topics.map(({ name, ...plan }) => ({ topic: name, ...plan })), 1);

async function start(): Promise<readonly string[]> {
  const { brokers, nodes } = await startKafka({ folder: join(runFolder(), 'kafka') });
  for (const { pid } of nodes) noteProcess(pid, 'SIGKILL');
  return brokers;
}
