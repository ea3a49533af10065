import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { problem } from '../problems.js';

export interface WorkersLimits {
  readonly workers: number;
  /** How long one piece of work may take, in milliseconds. */
  readonly deadlineMs: number;
  /** Pieces that may wait for a worker, and how long each, in milliseconds. */
  readonly waiting: number;
  readonly waitMs: number;
}

/** A piece of work as it crosses to a worker, which says when it begins: from there on its time is counted. */
export type Timed<Task> = Task & { readonly began: MessagePort };

/** It took longer, or more memory, than it may. */
export class TooCostly extends Error {
  override readonly name = 'TooCostly';
}

/** Work that strangers give us and that may never end: in threads of its own, each piece with a deadline, few of them waiting. */
export class Workers<Task extends object, Result> {
  private pool?: Piscina<Timed<Task>, Result>;
  private underWay = 0;

  /** @param file the worker, compiled @param workerData what every worker is started with */
  constructor(
    private readonly file: string,
    private readonly limits: WorkersLimits,
    private readonly workerData?: unknown,
  ) {}

  /** @throws TooCostly; Problem `verification-busy` where too many wait, or one waits too long */
  async run(task: Task): Promise<Result> {
    if (this.underWay >= this.limits.workers + this.limits.waiting) throw busy();
    const { port1: ours, port2: began } = new MessageChannel();
    const [abort, deadline] = [new AbortController(), () => abort.abort()];
    let [timer, isAtWork] = [setTimeout(deadline, this.limits.waitMs), false];
    ours.once('message', () => {
      clearTimeout(timer);
      [timer, isAtWork] = [setTimeout(deadline, this.limits.deadlineMs), true];
    });
    this.underWay += 1;
    try {
      return await this.threads().run({ ...task, began }, { signal: abort.signal, transferList: [began] });
    } catch (error) {
      if (abort.signal.aborted && !isAtWork) throw busy();
      if (abort.signal.aborted || isOutOfMemory(error)) throw new TooCostly();
      throw error;
    } finally {
      this.underWay -= 1;
      clearTimeout(timer);
      ours.close();
    }
  }

  async close(): Promise<void> {
    await this.pool?.destroy();
  }

  private threads(): Piscina<Timed<Task>, Result> {
    this.pool ??= new Piscina({
      filename: this.file, workerData: this.workerData, env: {}, minThreads: 0, maxThreads: this.limits.workers, idleTimeout: 60_000, resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    return this.pool;
  }
}

const busy = () => problem('verification-busy', 'Too many large documents are being read at the moment.', { headers: { 'retry-after': '5' } });

const isOutOfMemory = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
