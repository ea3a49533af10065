import { describe } from '@jest/globals';
import type { Topic } from '@laurel/events';
import { InProcessTransport, KafkaTransport, type Transport } from '@laurel/messaging';
import { createLogger } from '@laurel/runtime';
import { broker, createKafkaTopics, whyNoKafka } from '../broker/broker.js';
import { scratchUrls } from '../database/scratch-urls.js';

/** A log that outlives the processes that open it. */
export interface TestLog {
  /** Makes the topics, where that is the deployment's to do. */
  prepare(...topics: readonly Topic[]): Promise<void>;
  /** One process's way to the log. */
  open(): Promise<Transport>;
}

const logger = createLogger('test', 'silent');

export async function inProcessLog(): Promise<TestLog> {
  const { 'event-log': urls } = await scratchUrls('event-log');
  return { prepare: async () => undefined, open: () => InProcessTransport.open(urls, logger) };
}

export async function kafkaLog(): Promise<TestLog> {
  const brokers = await broker();
  const onCrash = (error: Error) => {
    throw error;
  };
  return {
    prepare: (...topics) => createKafkaTopics(brokers, topics),
    open: async () => new KafkaTransport({ brokers, clientId: 'test', logger, onCrash }),
  };
}

/** The same suite on both transports. Where there can be no Kafka its half is skipped, counted, and says why. */
export function describeTransports(suite: (newLog: () => Promise<TestLog>) => void): void {
  const why = whyNoKafka();
  describe('in process', () => suite(inProcessLog));
  if (why === undefined) describe('over Kafka', () => suite(kafkaLog));
  else describe.skip(`over Kafka (${why})`, () => suite(kafkaLog));
}
