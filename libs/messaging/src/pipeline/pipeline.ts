import type { Topic } from '@laurel/events';
import { isTransientFault, Problem, type Database, type Logger } from '@laurel/runtime';
import type { Progress } from '../health/progress.js';
import type { Batch } from '../transport/transport.js';
import { add, attempt, nothing, type Tally } from './attempt.js';
import type { Place } from './dead-letter.js';
import type { Handlers } from './handlers.js';
import { read, type Fault, type Reading } from './reading.js';
import { backOff, waitBeating } from './waiting.js';

/** Tries of what fails for no reason that we know; the next failure makes it a dead letter. */
const TRIES = 3;

export interface PipelineOptions {
  readonly database: Database;
  readonly handlers: Handlers;
  readonly logger: Logger;
  readonly progress: Progress;
}

/**
 * Takes the batches of every topic of one consumer, from either transport, each event once.
 * Ends only when a batch is durable: as effects, as duplicates, or as dead letters (events.md, "Consumer pipeline").
 */
export class Pipeline {
  constructor(private readonly options: PipelineOptions) {}

  /** Rejects only with Stopped or with what the heartbeat throws. */
  async take(topic: Topic, batch: Batch): Promise<void> {
    const { handlers, logger, progress } = this.options;
    const began = performance.now();
    const done = progress.begin(batch);
    try {
      const readings = batch.records.map((record) => read(record, handlers)).filter(({ event, fault }) => event ?? fault);
      const place: Place = { consumer: handlers.consumer, topic, partition: batch.partition };
      const tally = readings.length > 0 ? await this.settle(place, readings, batch) : nothing;
      progress.committed(batch, tally);
      const level = tally.dead > 0 ? 'warn' : 'info';
      logger[level]({ topic: topic.name, partition: batch.partition, records: batch.records.length, ...tally, lag: batch.lag, ms: Math.round(performance.now() - began) }, 'batch');
    } finally {
      done();
    }
  }

  /** Tries until everything is durable, halving what fails until the poison stands alone. */
  private async settle(place: Place, readings: readonly Reading[], batch: Batch): Promise<Tally> {
    const [first] = readings;
    for (let tries = 1, waits = 1; ; ) {
      await batch.heartbeat();
      try {
        return await attempt(this.options.database, place, readings);
      } catch (error) {
        // A dead letter that can't be stored is waited for too: nothing else may be done with it.
        if (isTransientFault(error) || readings.every(({ fault }) => fault)) await this.waitOut(error, place, waits++, batch);
        else if (!first || readings.length > 1) return this.halve(place, readings, batch);
        else if (error instanceof Problem || tries === TRIES) return this.settle(place, [{ ...first, fault: faultOf(error, tries) }], batch);
        else await waitBeating(10 * 4 ** (tries++ - 1), batch);
      }
    }
  }

  private async halve(place: Place, readings: readonly Reading[], batch: Batch): Promise<Tally> {
    const middle = Math.ceil(readings.length / 2);
    const before = await this.settle(place, readings.slice(0, middle), batch);
    return add(before, await this.settle(place, readings.slice(middle), batch));
  }

  private async waitOut(error: unknown, { topic, partition }: Place, waits: number, batch: Batch): Promise<void> {
    const ms = backOff(waits);
    this.options.logger.warn({ topic: topic.name, partition, waits, ms: Math.round(ms), reason: String(error) }, 'waiting for what a batch needs');
    await waitBeating(ms, batch);
  }
}

export const faultOf = (error: unknown, tries: number): Fault => ({
  reason: error instanceof Problem ? error.code : 'failed',
  detail: (error instanceof Problem ? error.detail : String(error)).slice(0, 2_000),
  tries,
});
