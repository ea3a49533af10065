import type { Logger } from '@laurel/runtime';
import { Progress, type MessagingHealth } from '../health/progress.js';
import { Relay } from '../outbox/relay.js';
import { Pipeline } from '../pipeline/pipeline.js';
import { Replay } from '../pipeline/replay.js';
import type { Transport } from '../transport/transport.js';
import type { FoundService } from './discovery.js';
import { periodically, type Periodic } from './periodically.js';
import { purge, survey } from './upkeep.js';

const REPLAY_MS = 1_000;
const SURVEY_MS = 2_000;
const PURGE_MS = 60_000;

/** One service's relay, consumers and upkeep. */
export class ServiceMessaging {
  private readonly progress: Progress;
  private readonly relay: Relay;
  private periodics: Periodic[] = [];

  constructor(private readonly service: FoundService, private readonly transport: Transport, private readonly logger: Logger) {
    this.progress = new Progress(service.database.schema);
    this.relay = new Relay({ database: service.database, transport, logger, progress: this.progress });
  }

  /** A group for each topic, so that a slow topic holds up no other (flow.md, decision 4). */
  start(): void {
    const { database, handlers } = this.service;
    const pipeline = new Pipeline({ database, handlers, logger: this.logger, progress: this.progress });
    this.relay.start();
    for (const topic of handlers.topics) {
      this.transport.consume(`${handlers.consumer}.${topic.name}`, topic, (batch) => pipeline.take(topic, batch));
    }
    const replay = new Replay({ database, handlers, logger: this.logger });
    const failed = (error: unknown) => this.logger.warn({ reason: String(error) }, 'messaging tables are not to be reached');
    this.periodics = [
      periodically(REPLAY_MS, (signal) => replay.run(signal), failed),
      periodically(SURVEY_MS, async () => this.progress.surveyed(await survey(database)), failed),
      periodically(PURGE_MS, () => purge(database), failed),
    ];
  }

  /** Before the transport closes: nothing is sent from now on. */
  async stop(): Promise<void> {
    await Promise.all([this.relay.stop(), ...this.periodics.map((periodic) => periodic.stop())]);
  }

  get name(): string {
    return this.service.database.schema;
  }

  health(): MessagingHealth {
    return this.progress.health();
  }
}
