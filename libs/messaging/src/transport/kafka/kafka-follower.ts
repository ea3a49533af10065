import { setTimeout as sleep } from 'node:timers/promises';
import type { Topic } from '@laurel/events';
import type { Logger } from '@laurel/runtime';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { backOff, Stopped } from '../../pipeline/waiting.js';
import { BATCH, type OnBatch } from '../transport.js';

export interface Following {
  readonly group: string;
  readonly topic: Topic;
  readonly onBatch: OnBatch;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** kafkajs has given a consumer up for good. */
  readonly onCrash: (error: Error) => void;
}

/**
 * One group's member on one topic. Partitions of one broker are taken side by side, but fetched together: kafkajs
 * asks for more only when the slowest of a fetch is done.
 */
export class KafkaFollower {
  private readonly consumer: Consumer;
  private readonly started: Promise<void>;

  constructor(kafka: Kafka, private readonly following: Following) {
    this.consumer = kafka.consumer({
      groupId: following.group,
      allowAutoTopicCreation: false,
      // A member that was killed holds its partitions for so long; the inbox absorbs what a slow one is given again.
      sessionTimeout: 8_000,
      heartbeatInterval: 1_000,
      maxWaitTimeInMs: 500, // closing waits for it (events.md, 15)
      retry: { retries: Number.MAX_SAFE_INTEGER, initialRetryTime: 100, maxRetryTime: 5_000, restartOnFailure: async () => !following.signal.aborted },
    });
    this.consumer.on(this.consumer.events.CRASH, ({ payload: { error, restart } }) => {
      if (!restart && !following.signal.aborted) following.onCrash(error);
    });
    this.started = this.start();
  }

  /** Ends after the batches in work. */
  async close(): Promise<void> {
    await this.consumer.disconnect();
    await this.started;
  }

  /** A broker that is away, or a topic that is not there yet, is waited for. */
  private async start(): Promise<void> {
    const { topic, group, logger, signal } = this.following;
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      try {
        await this.consumer.connect();
        await this.consumer.subscribe({ topic: topic.name, fromBeginning: true });
        return await this.consumer.run({ autoCommit: false, eachBatchAutoResolve: false, partitionsConsumedConcurrently: 4, eachBatch: (payload) => this.take(payload) });
      } catch (error) {
        logger.warn({ group, attempt, reason: String(error) }, 'consumer does not start yet');
        await sleep(backOff(attempt), undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** What this throws is kafkajs's own: a rebalance that the heartbeat or the commit has met. The batch then comes again. */
  private async take({ batch, resolveOffset, heartbeat, commitOffsetsIfNecessary, isRunning, isStale }: EachBatchPayload): Promise<void> {
    const { onBatch, signal } = this.following;
    const { topic, partition } = batch;
    for (let start = 0; start < batch.messages.length; start += BATCH) {
      if (!isRunning() || isStale() || signal.aborted) return;
      const messages = batch.messages.slice(start, start + BATCH);
      const records = messages.map(({ offset, key, value }) => ({ offset, key: key?.toString() ?? null, value: value?.toString() ?? null }));
      const last = records.at(-1)?.offset ?? batch.lastOffset();
      const next = String(BigInt(last) + 1n);
      try {
        await onBatch({ topic, partition, records, lag: Number(BigInt(batch.highWatermark) - BigInt(next)), heartbeat, signal });
      } catch (error) {
        if (error instanceof Stopped) return;
        throw error;
      }
      resolveOffset(last);
      await commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset: next }] }] });
      await heartbeat();
    }
  }
}
