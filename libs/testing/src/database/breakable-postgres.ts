import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discardPostgres, startPostgres, type RunningPostgres } from '@laurel/infra';

/** A Postgres of a spec's own, for those that take it away: it comes back on the same port with what was committed. */
export class BreakablePostgres {
  private constructor(private readonly folder: string, private server: RunningPostgres) {}

  static async start(): Promise<BreakablePostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'laurel-postgres-'));
    return new BreakablePostgres(folder, await startPostgres({ folder, fsync: false, settings: { shared_buffers: '64MB' } }));
  }

  /** Of the superuser. */
  get url(): string {
    return this.server.url;
  }

  /** kill -9, as by an out-of-memory killer: no session is told goodbye. */
  async kill(): Promise<void> {
    process.kill(this.server.pid, 'SIGKILL');
    await this.server.stop();
  }

  async mend(): Promise<void> {
    this.server = await startPostgres({ folder: this.folder, port: this.server.port, fsync: false, settings: { shared_buffers: '64MB' } });
  }

  async discard(): Promise<void> {
    await this.server.stop();
    discardPostgres(this.folder);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
