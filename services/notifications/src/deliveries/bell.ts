import type { Transaction } from '@laurel/runtime';
import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntitySubscriberInterface } from 'typeorm';

/** Wakes the deliverers of this process when something to deliver is committed; other processes find it by looking. */
export class Bell implements EntitySubscriberInterface {
  private readonly wakes = new EventEmitter().setMaxListeners(0);
  private readonly rung = new WeakSet<object>();
  private readonly watched = new WeakSet<DataSource>();
  private rings = 0;

  /** How often it has rung: to be remembered before looking for work. */
  get count(): number {
    return this.rings;
  }

  /** Rings when the transaction has committed, and not if it does not. */
  ringAfter({ queryRunner, dataSource }: Transaction): void {
    if (!queryRunner) throw new Error('there is no transaction to wait for');
    this.rung.add(queryRunner);
    if (this.watched.has(dataSource)) return;
    this.watched.add(dataSource);
    dataSource.subscribers.push(this);
  }

  afterTransactionCommit({ queryRunner }: { readonly queryRunner: object }): void {
    if (!this.rung.delete(queryRunner)) return;
    this.rings += 1;
    this.wakes.emit('ring');
  }

  /** Waits until it rings, or has rung since `count`, or the time is over, or the signal aborts. */
  async wait(count: number, ms: number, signal: AbortSignal): Promise<void> {
    if (this.rings !== count || signal.aborted) return;
    const over = new AbortController();
    const either = AbortSignal.any([signal, over.signal]);
    await Promise.race([once(this.wakes, 'ring', { signal: either }), sleep(ms, undefined, { signal: either })]).catch(() => undefined);
    over.abort();
  }
}
