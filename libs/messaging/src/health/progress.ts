import type { Tally } from '../pipeline/attempt.js';
import type { Batch } from '../transport/transport.js';
import { metrics } from './metrics.js';

/** How a service's messaging fares. Liveness is progress, not "the process is up" (events.md). */
export interface MessagingHealth {
  /** Seconds for which the oldest batch in work has been without a commit; 0 when nothing is in work. */
  readonly ageOfLastCommit: number;
  /** Seconds since the oldest event was stored that is not sent yet; 0 when there is none. */
  readonly oldestUnpublished: number;
}

/** What the messaging tables say now and then. */
export interface Survey {
  readonly unpublishedSince: Date | null;
  readonly dead: number;
  readonly parkedAggregates: number;
}

/** Counts what one service's relay and consumers do. Times are milliseconds of the machine's clock: an age, not a date. */
export class Progress {
  /** When each batch in work arrived. */
  private readonly inWork = new Map<symbol, number>();
  private unpublishedSince: number | undefined;

  constructor(readonly service: string) {}

  /** A batch arrived; call what comes back when nobody works on it any more. */
  begin({ topic, partition, records, lag }: Batch): () => void {
    metrics.lag.set({ service: this.service, topic, partition }, lag + records.length);
    const batch = Symbol('batch');
    this.inWork.set(batch, Date.now());
    return () => this.inWork.delete(batch);
  }

  /** All of a batch is durable. */
  committed({ topic, partition, lag }: Batch, { duplicates, ...became }: Tally): void {
    const labels = { service: this.service, topic };
    metrics.lag.set({ ...labels, partition }, lag);
    if (duplicates > 0) metrics.duplicates.inc(labels, duplicates);
    for (const [what, count] of Object.entries(became)) if (count > 0) metrics.events.inc({ ...labels, became: what }, count);
  }

  published(topic: string, count: number): void {
    metrics.published.inc({ service: this.service, topic }, count);
  }

  surveyed(survey: Survey): void {
    this.unpublishedSince = survey.unpublishedSince?.getTime();
    metrics.deadLetters.set({ service: this.service }, survey.dead);
    metrics.parkedAggregates.set({ service: this.service }, survey.parkedAggregates);
    const { ageOfLastCommit, oldestUnpublished } = this.health();
    metrics.commitAge.set({ service: this.service }, ageOfLastCommit);
    metrics.outboxAge.set({ service: this.service }, oldestUnpublished);
  }

  health(): MessagingHealth {
    const age = (since: number | undefined) => (since === undefined ? 0 : Math.max(0, (Date.now() - since) / 1_000));
    return { ageOfLastCommit: age([...this.inWork.values()][0]), oldestUnpublished: age(this.unpublishedSince) };
  }
}
