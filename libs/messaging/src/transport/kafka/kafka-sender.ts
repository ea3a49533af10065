import { CompressionTypes, type Kafka, type Message, type Producer } from 'kafkajs';
import type { OutgoingRecord } from '../transport.js';

/** Kafka's own default of `message.max.bytes` is 1 MiB for a whole request's batch; the largest event is 900 kB. */
const REQUEST_BYTES = 960_000;
/** Of a record beside key and value, at most. */
const RECORD_BYTES = 120;
const HEADERS = { 'content-type': 'application/cloudevents+json; charset=UTF-8' };

/**
 * Sends to one partition at a time and believes only an answer that names it: a send over several leaders can
 * resolve although a partition was never sent (events.md, 12).
 */
export class KafkaSender {
  private readonly producer: Producer;
  private connecting: Promise<void> | undefined;

  constructor(kafka: Kafka) {
    this.producer = kafka.producer({
      allowAutoTopicCreation: false,
      maxInFlightRequests: 1,
      createPartitioner: () => ({ message }) => message.partition ?? 0,
      // The relay sends again for as long as it takes; here only what a moment heals.
      retry: { retries: 5, initialRetryTime: 100, maxRetryTime: 1_000 },
    });
  }

  async send(topic: string, partition: number, records: readonly OutgoingRecord[]): Promise<void> {
    await this.connect();
    const messages = records.map(({ key, value }): Message => ({ key, value, partition, headers: HEADERS }));
    for (const request of requestsOf(messages)) {
      const answers = await this.producer.send({ topic, acks: -1, compression: CompressionTypes.None, messages: request });
      const covered = answers.some((answer) => answer.topicName === topic && answer.partition === partition && answer.errorCode === 0);
      if (!covered) throw new Error(`${topic}/${partition} is not among what the brokers acknowledged`);
    }
  }

  async close(): Promise<void> {
    await this.producer.disconnect();
  }

  private connect(): Promise<void> {
    this.connecting ??= this.producer.connect().catch((error: unknown) => {
      this.connecting = undefined;
      throw error;
    });
    return this.connecting;
  }
}

/** Splits in order, so that no request is larger than a broker takes. */
export function requestsOf(messages: readonly Message[]): Message[][] {
  const requests: Message[][] = [];
  let room = 0;
  for (const message of messages) {
    const bytes = Buffer.byteLength(message.value ?? '') + Buffer.byteLength(message.key ?? '') + RECORD_BYTES;
    if (bytes > room) {
      requests.push([]);
      room = REQUEST_BYTES;
    }
    room -= bytes;
    requests.at(-1)?.push(message);
  }
  return requests;
}
