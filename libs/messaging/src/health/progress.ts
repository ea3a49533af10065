import type { Tally } from '../pipeline/attempt.js';
import type { Place } from '../pipeline/dead-letter.js';
import type { Batch } from '../transport/transport.js';
import { metrics } from './metrics.js';

/** How a service's messaging fares. Liveness is progress, not "the process is up" (events.md). */
export interface MessagingHealth {
  /** Seconds for which work has been waiting without a commit; 0 when nothing waits. */
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
  private readonly inWork = new Set<symbol>();
  private waitingSince: number | undefined;
  private unpublishedSince: number | undefined;

  constructor(readonly service: string) {}

  /** A batch arrived; call what comes back when it is settled. */
  begin(): () => void {
    const batch = Symbol('batch');
    if (this.inWork.size === 0) this.waitingSince = Date.now();
    this.inWork.add(batch);
    return () => {
      this.inWork.delete(batch);
      if (this.inWork.size === 0) this.waitingSince = undefined;
    };
  }

  committed({ topic, partition }: Place, batch: Batch, { duplicates, ...became }: Tally): void {
    if (this.waitingSince !== undefined) this.waitingSince = Date.now();
    const labels = { service: this.service, topic: topic.name };
    metrics.lag.set({ ...labels, partition }, batch.lag);
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
    return { ageOfLastCommit: age(this.waitingSince), oldestUnpublished: age(this.unpublishedSince) };
  }
}
