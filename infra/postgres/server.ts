import { setTimeout as sleep } from 'node:timers/promises';
import { removePidFile, writePidFile } from '../processes/pid-file.js';
import { end, type Postmaster } from './postmaster.js';

export interface RunningPostgres {
  /** Of the superuser, database postgres: `postgres://postgres:...@127.0.0.1:<port>/postgres`. The same after a restart. */
  readonly url: string;
  readonly port: number;
  /** Of the server's first process; another one after a restart. */
  readonly pid: number;
  /** Ends the server within 5 s; what was committed is kept. May be called more than once. */
  stop(): Promise<void>;
}

export interface Supervision {
  /** Told each time the server died and runs again, or could not be started again (it is then tried again). */
  onRestart?: (pid: number) => void;
  onFailure?: (error: Error) => void;
}

export interface Surroundings {
  /** Starts the server anew on this port, unless aborted. */
  again: (port: number, signal: AbortSignal) => Promise<Postmaster>;
  /** Gives up the lock on the cluster. */
  release: () => void;
  pidFile?: string;
}

/** The server of one cluster, over as many postmaster processes as it takes. */
export class Server implements RunningPostgres {
  private readonly stopped = new AbortController();
  private watch: Promise<void> = Promise.resolve();

  constructor(private postmaster: Postmaster, private readonly around: Surroundings) {
    this.notePid();
  }

  get url(): string { return this.postmaster.url; }
  get port(): number { return this.postmaster.port; }
  get pid(): number { return this.postmaster.process.pid; }

  supervise(supervision: Supervision): void {
    this.watch = this.keepRunning(supervision);
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await end(this.postmaster);
    await this.watch;
    if (this.around.pidFile) removePidFile(this.around.pidFile, this.pid);
    this.around.release();
  }

  private async keepRunning({ onRestart, onFailure }: Supervision): Promise<void> {
    const { signal } = this.stopped;
    for (let wait = 50; ; ) {
      await this.postmaster.exited;
      if (signal.aborted) return;
      try {
        this.postmaster = await this.around.again(this.port, signal);
        if (signal.aborted) return await end(this.postmaster);
        this.notePid();
        wait = 50;
        onRestart?.(this.pid);
      } catch (error) {
        if (signal.aborted) return;
        onFailure?.(error as Error);
        wait = Math.min(wait * 2, 2_000);
        await sleep(wait);
      }
    }
  }

  private notePid(): void {
    if (this.around.pidFile) writePidFile(this.around.pidFile, this.pid);
  }
}
