import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { EventStrategy, type Transport } from '@laurel/messaging';
import { Clock, ConfigError, PublicOrigin, type Logger, type ServiceConfig } from '@laurel/runtime';
import { createApp, type AppOptions } from './create-app.js';

/** Time for what is under way when the process is told to stop, in milliseconds; the whole has ten seconds (api.md, Running). */
const GRACE = 8_000;

export interface RunOptions extends Omit<AppOptions, 'clock' | 'origin' | 'jwksFile' | 'rateLimits' | 'trustProxy'> {
  readonly config: Pick<ServiceConfig, 'PORT' | 'HOST' | 'PUBLIC_ORIGIN' | 'JWKS_FILE' | 'RATE_LIMITS' | 'TRUST_PROXY'>;
  readonly clock: Clock;
  readonly transport: Transport;
}

/** An application that listens and consumes. */
export interface RunningApp {
  readonly app: NestFastifyApplication;
  readonly port: number;
  /** Lets what is under way finish, then lets go of everything. */
  stop(): Promise<void>;
}

/** Starts consuming, then listening: who is asked can already act. */
export async function runApp({ config, transport, ...options }: RunOptions): Promise<RunningApp> {
  const origin = new PublicOrigin(config.PUBLIC_ORIGIN);
  const app = await createApp({ ...options, origin, jwksFile: config.JWKS_FILE, rateLimits: config.RATE_LIMITS === 'on', trustProxy: config.TRUST_PROXY === 'on' });
  app.connectMicroservice({ strategy: new EventStrategy({ app, transport, logger: options.logger }) });
  await app.startAllMicroservices();
  await app.listen(config.PORT, config.HOST);
  const address = app.getHttpServer().address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return { app, port: address.port, stop: () => app.close() };
}

/** Stops once on SIGTERM or SIGINT, and in any case in time: what is cut off is done again at the next start. */
export function stopOnSignal(stop: () => Promise<void>, logger: Logger): void {
  let stopping = false;
  const end = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), GRACE).unref();
    stop().then(() => process.exit(0), (error: unknown) => {
      logger.error({ err: error }, 'did not stop cleanly');
      process.exit(1);
    });
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

/** EX_CONFIG and EX_SOFTWARE of sysexits.h: a configuration that is wrong stays wrong, whoever starts it again. */
export function exitWith(error: unknown): never {
  process.stderr.write(`${error instanceof ConfigError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(error instanceof ConfigError ? 78 : 70);
}

