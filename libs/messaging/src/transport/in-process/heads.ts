import { EventEmitter, once } from 'node:events';
import type { Head } from './event-log.js';

/** The ends of all partitions, as far as this process knows them: who follows a partition waits here for it to grow. */
export class Heads {
  private readonly known = new Map<string, number>();
  private readonly growth = new EventEmitter().setMaxListeners(0);

  learn(heads: readonly Head[]): void {
    for (const { topic, partition, next } of heads) {
      const lane = `${topic}/${partition}`;
      if (next <= (this.known.get(lane) ?? 0)) continue;
      this.known.set(lane, next);
      this.growth.emit(lane);
    }
  }

  of(topic: string, partition: number): number {
    return this.known.get(`${topic}/${partition}`) ?? 0;
  }

  /** Resolves when the partition is longer than `position`; rejects when aborted. */
  async beyond(topic: string, partition: number, position: number, signal: AbortSignal): Promise<void> {
    while (this.of(topic, partition) <= position) await once(this.growth, `${topic}/${partition}`, { signal });
  }
}
