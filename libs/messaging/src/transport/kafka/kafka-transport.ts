import type { Topic } from '@laurel/events';
import type { Logger } from '@laurel/runtime';
import { Kafka } from 'kafkajs';
import type { OnBatch, OutgoingRecord, Transport } from '../transport.js';
import { KafkaFollower } from './kafka-follower.js';
import { kafkaLog } from './kafka-log.js';
import { KafkaSender } from './kafka-sender.js';

export interface KafkaTransportOptions {
  /** `host:port` of some brokers. */
  readonly brokers: readonly string[];
  /** Names this process in the brokers' logs. */
  readonly clientId: string;
  readonly logger: Logger;
  /** kafkajs has given a consumer up: end the process, so that it is started again (events.md, 3). */
  readonly onCrash: (error: Error) => void;
}

/** A process per service, over Apache Kafka. Topics are the deployment's to create (allTopics). */
export class KafkaTransport implements Transport {
  private readonly kafka: Kafka;
  private readonly sender: KafkaSender;
  private readonly followers: KafkaFollower[] = [];
  private readonly stopping = new AbortController();
  private closing: Promise<void> | undefined;

  constructor(private readonly options: KafkaTransportOptions) {
    const { brokers, clientId, logger } = options;
    this.kafka = new Kafka({ clientId, brokers: [...brokers], connectionTimeout: 3_000, requestTimeout: 30_000, logCreator: kafkaLog(logger) });
    this.sender = new KafkaSender(this.kafka);
  }

  publish(topic: string, partition: number, records: readonly OutgoingRecord[]): Promise<void> {
    return this.sender.send(topic, partition, records);
  }

  consume(group: string, topic: Topic, onBatch: OnBatch): void {
    const { logger, onCrash } = this.options;
    this.followers.push(new KafkaFollower(this.kafka, { group, topic, onBatch, logger, onCrash, signal: this.stopping.signal }));
  }

  /** May be called more than once. */
  close(): Promise<void> {
    return (this.closing ??= this.end());
  }

  private async end(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.followers.map((follower) => follower.close()));
    await this.sender.close();
  }
}
