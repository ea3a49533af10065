import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKafka, type RunningKafka } from '@laurel/infra';

/** A Kafka node of a spec's own, for those that take it away: it comes back at the same address with what it acknowledged. */
export class BreakableBroker {
  private constructor(private readonly folder: string, private readonly kafka: RunningKafka) {}

  static async start(): Promise<BreakableBroker> {
    const folder = mkdtempSync(join(tmpdir(), 'laurel-kafka-'));
    return new BreakableBroker(folder, await startKafka({ folder }));
  }

  /** `host:port`. */
  get brokers(): readonly string[] {
    return this.kafka.brokers;
  }

  /** kill -9. */
  async kill(): Promise<void> {
    await Promise.all(this.kafka.nodes.map((node) => node.kill()));
  }

  async mend(): Promise<void> {
    await Promise.all(this.kafka.nodes.map((node) => node.start()));
  }

  async discard(): Promise<void> {
    await this.kafka.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
