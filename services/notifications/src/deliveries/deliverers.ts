import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '@laurel/runtime';
import { setTimeout as sleep } from 'node:timers/promises';
import { Post } from '../post/post.js';
import { Bell } from './bell.js';
import { DeliveryLog } from './delivery-log.js';
import { metrics } from './delivery-metrics.js';
import { DeliveryRound } from './delivery-round.js';
import { DeliveryTable } from './delivery.table.js';

/** Rounds at once. */
const LANES = 4;
/** Between looks for work that nobody rang for: retries, and what other processes stored. */
const LOOK_MS = 1_000;
const SURVEY_MS = 5_000;
/** How long mails under way may take when the process stops. */
const GRACE_MS = 3_000;

/** Sends what is due for as long as the process runs. */
@Injectable()
export class Deliverers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stop = new AbortController();
  private readonly cut = new AbortController();
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly round: DeliveryRound,
    private readonly bell: Bell,
    private readonly post: Post,
    private readonly database: Database,
    private readonly log: DeliveryLog,
  ) {}

  onApplicationBootstrap(): void {
    this.running = Promise.all([...Array.from({ length: LANES }, () => this.lane()), this.survey()]);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    const over = setTimeout(() => this.cut.abort(), GRACE_MS);
    await this.running;
    clearTimeout(over);
    this.post.close();
  }

  private async lane(): Promise<void> {
    const [stop, cut] = [this.stop.signal, this.cut.signal];
    while (!stop.aborted) {
      const { count } = this.bell;
      const tried = await this.round.run({ stop, cut }).catch((error: unknown) => this.failed(error));
      if (tried === 0) await this.bell.wait(count, LOOK_MS, stop);
    }
  }

  private async survey(): Promise<void> {
    const { signal } = this.stop;
    while (!signal.aborted) {
      for (const state of ['waiting', 'queued', 'failed'] as const) {
        await this.database.asPipeline(async (tx) => metrics.deliveries.set({ state }, await tx.countBy(DeliveryTable, { state }))).catch((error: unknown) => this.failed(error));
      }
      await sleep(SURVEY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** The database is away, or something is wrong that no single mail is to blame for: look again in a while. */
  private failed(error: unknown): 0 {
    this.log.to.warn({ reason: String(error) }, 'deliveries are not to be reached');
    return 0;
  }
}
