import type { Topic } from '@laurel/events';

/** A record as a log keeps it. */
export interface OutgoingRecord {
  /** What compaction keeps the last record of. */
  readonly key: string;
  /** JSON in UTF-8; null is a tombstone and removes the key from a compacted topic. */
  readonly value: string | null;
}

export interface IncomingRecord {
  /** Position in the partition, as decimal digits. */
  readonly offset: string;
  readonly key: string | null;
  readonly value: string | null;
}

/** The most records that a transport hands over at once: short batches let a group rebalance in half a second (events.md, 14). */
export const BATCH = 500;

/** What one partition has to say next. */
export interface Batch {
  readonly topic: string;
  readonly partition: number;
  /** At least one and at most BATCH, in the order of the partition. */
  readonly records: readonly IncomingRecord[];
  /** Records behind this batch that wait already. */
  readonly lag: number;
  /** Tells the group that this member lives; what it throws must be thrown on, since the group is being dealt anew (events.md, 14). */
  readonly heartbeat: () => Promise<void>;
  /** Aborted when the transport closes: stop waiting, leave undone what is not committed. */
  readonly signal: AbortSignal;
}

/**
 * Takes a batch. Resolves when its effects are durable: only then the position moves on.
 * Rejects only when it was told to stop or has to give the partition up; the batch then comes again.
 */
export type OnBatch = (batch: Batch) => Promise<void>;

/** Carries records from outboxes to consumers: at least once, and in order within a partition. */
export interface Transport {
  /** Resolves when the records are durable behind everything that was published to this partition before. */
  publish(topic: string, partition: number, records: readonly OutgoingRecord[]): Promise<void>;
  /** Follows a topic from now on, at the group's own position: from the beginning when it has none. What is away is waited for. */
  consume(group: string, topic: Topic, onBatch: OnBatch): void;
  /** Lets batches in work finish, then lets go of everything. */
  close(): Promise<void>;
}
