import { freePort, pidFileOf, prepareDeployment, removePidFile, supervisePostgres, writePidFile } from '@laurel/infra';
import { runApp } from '@laurel/http';
import { InProcessTransport, KafkaTransport, type Transport } from '@laurel/messaging';
import { createLogger, readConfig, ServiceConfig, SystemClock, type Logger } from '@laurel/runtime';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { StandaloneConfig } from './config.js';
import { servicesOf } from './services.js';

export interface Standalone {
  /** Where it answers. */
  readonly address: string;
  /** The origin in what it signs; another than the address where the data folder knew one before. */
  readonly origin: string;
  readonly operatorFile: string;
  readonly logger: Logger;
  stop(): Promise<void>;
}

/** Runs every service in this process, on embedded PostgreSQL unless a database is given. */
export async function startStandalone(config: StandaloneConfig): Promise<Standalone> {
  const folder = resolve(config.LAUREL_DATA);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const logger = createLogger('standalone', config.LOG_LEVEL);
  const port = config.PORT === 0 ? await freePort(config.HOST) : config.PORT;
  const postgres = config.DATABASE_URL === undefined ? await embeddedPostgres(folder, logger) : undefined;
  try {
    const deployment = await prepareDeployment({ folder, port, publicOrigin: config.PUBLIC_ORIGIN, smtpUrl: config.SMTP_URL, databaseAdminUrl: config.DATABASE_URL ?? postgres?.url ?? '' });
    const { RATE_LIMITS, TRUST_PROXY, HOST, LOG_LEVEL, FETCH_LOOPBACK, FETCH_CA = '', CONTEXTS = '', CITY_NAME, TERMS_URL, PRIVACY_URL } = config;
    const environmentOf: typeof deployment.serviceEnvironment = (service) => (
      { ...deployment.serviceEnvironment(service), RATE_LIMITS, TRUST_PROXY, HOST, LOG_LEVEL, FETCH_LOOPBACK, FETCH_CA, CONTEXTS, CITY_NAME, TERMS_URL, PRIVACY_URL, PORT: String(port) });
    const transport = await transportOf(config, deployment.databaseUrls['event-log'], logger);
    const running = await runApp({
      name: 'standalone', modules: servicesOf(environmentOf), clock: new SystemClock(), logger, transport,
      config: readConfig(ServiceConfig, environmentOf('provider-registry')),
    });
    const pidFile = pidFileOf(folder, 'standalone');
    writePidFile(pidFile, process.pid);
    const stop = async () => {
      await running.stop();
      await postgres?.stop();
      removePidFile(pidFile, process.pid);
    };
    return { address: `http://${config.HOST}:${running.port}`, origin: deployment.origin, operatorFile: deployment.operatorFile, logger, stop };
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}

const embeddedPostgres = (folder: string, logger: Logger) =>
  supervisePostgres({
    folder, pidFile: pidFileOf(folder, 'postgres'),
    onRestart: (pid) => logger.warn({ pid }, 'PostgreSQL died and runs again'),
    onFailure: (error) => logger.error({ err: error }, 'PostgreSQL does not start'),
  });

async function transportOf({ KAFKA_BROKERS }: StandaloneConfig, urls: Parameters<typeof InProcessTransport.open>[0], logger: Logger): Promise<Transport> {
  if (KAFKA_BROKERS === undefined) return InProcessTransport.open(urls, logger);
  return new KafkaTransport({ brokers: KAFKA_BROKERS.split(','), clientId: 'standalone', logger, onCrash: () => process.exit(1) });
}
