import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discardPostgres, provisionDatabase, startPostgres, type RunningPostgres, type ServiceUrls } from '@laurel/infra';

/** A Postgres of a spec's own, for those that take it away: it comes back on the same port with what was committed. */
export class BreakablePostgres {
  private constructor(private readonly folder: string, private server: RunningPostgres) {}

  static async start(): Promise<BreakablePostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'laurel-postgres-'));
    return new BreakablePostgres(folder, await startPostgres({ folder, fsync: false, settings: { shared_buffers: '64MB' } }));
  }

  /** A fresh database on it, with a schema and roles for each of some services and no tables yet. */
  provision<Service extends string>(...services: readonly Service[]): Promise<Record<Service, ServiceUrls>> {
    return provisionDatabase(this.server.url, { database: `scratch_${randomBytes(8).toString('hex')}`, services, passwordOf: (role) => `test ${role}` });
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
