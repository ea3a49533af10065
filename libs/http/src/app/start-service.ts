import type { DynamicModule } from '@nestjs/common';
import type { ServiceName } from '@laurel/events';
import { KafkaTransport } from '@laurel/messaging';
import { ConfigError, createLogger, readConfig, ServiceConfig, SystemClock } from '@laurel/runtime';
import type { z } from 'zod';
import { exitWith, runApp, stopOnSignal } from './run-app.js';

/** Runs one service as a process of its own, its events over Kafka. */
export async function startService<Shape extends typeof ServiceConfig.shape>(name: ServiceName, schema: z.ZodObject<Shape>, moduleOf: (config: z.infer<z.ZodObject<Shape>>) => DynamicModule): Promise<void> {
  try {
    const own = readConfig(schema);
    const config = readConfig(ServiceConfig);
    if (config.KAFKA_BROKERS === undefined) throw new ConfigError(['KAFKA_BROKERS: must be set; without Kafka the services run in one process (npm start)']);
    const logger = createLogger(name, config.LOG_LEVEL);
    const transport = new KafkaTransport({ brokers: config.KAFKA_BROKERS.split(','), clientId: name, logger, onCrash: () => process.exit(1) });
    const running = await runApp({ name, modules: [moduleOf(own)], clock: new SystemClock(), logger, config, transport });
    stopOnSignal(running.stop, logger);
    logger.info({ port: running.port }, 'ready');
  } catch (error) {
    exitWith(error);
  }
}
