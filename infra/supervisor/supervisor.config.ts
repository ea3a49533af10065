import { readConfig, ServiceConfig } from '@laurel/runtime';
import { z } from 'zod';

/** What the distributed deployment is told from outside (api.md, Running). */
const SupervisorConfig = ServiceConfig.pick({ HOST: true, TRUST_PROXY: true }).extend({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080).meta({ description: 'public port; 0 takes a free one' }),
  LAUREL_DATA: z.string().min(1).default('.laurel').meta({ description: 'data folder' }),
  PUBLIC_ORIGIN: z.url().optional().meta({ description: 'origin that is written into ids and links; that of the first start unless given' }),
  DATABASE_URL: z.url().optional().meta({ description: 'PostgreSQL with the right to make roles; the embedded one unless given', secret: true }),
  KAFKA_BROKERS: z.string().min(1).optional().meta({ description: 'brokers of your own; one is started here unless given' }),
  SMTP_URL: z.url().optional().meta({ description: 'mail server; without it each mail becomes a file in the data folder', secret: true }),
  LOG_LEVEL: ServiceConfig.shape.LOG_LEVEL,
});
export type SupervisorConfig = z.infer<typeof SupervisorConfig>;

/** @throws ConfigError with all faults */
export const readSupervisorConfig = (): SupervisorConfig => readConfig(SupervisorConfig);

/** What only the deployment decides for a process that it starts, whatever stands in our own environment. */
const OURS = ['DATABASE_URL', 'DATABASE_PIPELINE_URL', 'DATABASE_OWNER_URL', 'KAFKA_BROKERS', 'SMTP_URL', 'LAUREL_DATA'];

/** Our environment (log level, rate limits, PATH ...) with a process's own variables in place of ours. */
export function environmentWith(own: Record<string, string>): Record<string, string> {
  const decided = new Set([...OURS, ...Object.keys(own)].map((name) => name.replace(/_FILE$/, '')));
  const inherited = Object.entries(process.env).filter(([name]) => !decided.has(name.replace(/_FILE$/, '')));
  return { ...Object.fromEntries(inherited.map(([name, value]) => [name, value ?? ''])), ...own };
}
