import { join } from 'node:path';
import { startPostgres } from '@laurel/infra';
import { noteProcess } from '../run/processes.js';
import { oncePerRun, runFolder } from '../run/once-per-run.js';

/** The url of the superuser of the run's own Postgres, which starts when the first spec asks. It may lose data when the machine falls over. */
export const testPostgres = (): Promise<string> =>
  oncePerRun('postgres', async () => {
    const server = await startPostgres({ folder: join(runFolder(), 'postgres'), fsync: false, settings: { shared_buffers: '128MB', min_wal_size: '128MB', max_connections: '400' } });
    noteProcess(server.pid, 'SIGQUIT');
    return server.url;
  });
