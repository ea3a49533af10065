import { startKafka, type RunningKafka } from '../kafka/start-kafka.js';
import { pidFileOf } from '../processes/pid-file.js';
import type { RunningPostgres } from '../postgres/server.js';
import { supervisePostgres } from '../postgres/start-postgres.js';
import { keepRunning, type Keeping } from './keep-running.js';
import type { SupervisorConfig } from './supervisor.config.js';

/** Where rows and events are kept: servers of the site's own, or ones that are started here. */
export interface Stores {
  databaseUrl: string;
  brokers: string[];
  /** Rejects when one of them cannot be kept running. */
  kept: Promise<void>;
  stop(): Promise<void>;
}

export async function startStores(config: SupervisorConfig, dataFolder: string, keeping: Keeping): Promise<Stores> {
  const [postgres, kafka] = await Promise.allSettled([
    config.DATABASE_URL ? undefined : supervisePostgres({
      folder: dataFolder, pidFile: pidFileOf(dataFolder, 'postgres'),
      onRestart: () => keeping.onRestart('postgres died; it runs again'),
      onFailure: (error) => keeping.onRestart(`postgres does not start: ${error.message}`),
    }),
    config.KAFKA_BROKERS ? undefined : startKafka({ folder: dataFolder }),
  ]);
  const started = [postgres, kafka].flatMap((result) => (result.status === 'fulfilled' && result.value ? [result.value] : []));
  const stop = async () => void (await Promise.all(started.map((store: RunningPostgres | RunningKafka) => store.stop())));
  if (postgres.status === 'rejected' || kafka.status === 'rejected') {
    await stop();
    throw postgres.status === 'rejected' ? postgres.reason : (kafka as PromiseRejectedResult).reason;
  }
  return {
    databaseUrl: config.DATABASE_URL ?? postgres.value?.url ?? '',
    brokers: config.KAFKA_BROKERS?.split(',') ?? kafka.value?.brokers ?? [],
    kept: Promise.all((kafka.value?.nodes ?? []).map((node) => keepRunning({ name: 'kafka', start: () => node.start() }, keeping))).then(() => undefined),
    stop,
  };
}
