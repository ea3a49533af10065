import { readConfig, ServiceConfig } from '@laurel/runtime';
import { VerificationConfig } from '@laurel/verification';
import { z } from 'zod';

/** What the one-process deployment is told from outside (api.md, Running). */
export const StandaloneConfig = ServiceConfig.pick({ HOST: true, RATE_LIMITS: true, TRUST_PROXY: true }).extend({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080).meta({ description: 'public port; 0 takes a free one' }),
  LAUREL_DATA: z.string().min(1).default('.laurel').meta({ description: 'data folder' }),
  PUBLIC_ORIGIN: z.url().optional().meta({ description: 'origin that is written into ids and links; that of the first start unless given' }),
  DATABASE_URL: z.url().optional().meta({ description: 'PostgreSQL with the right to make roles; the embedded one unless given', secret: true }),
  KAFKA_BROKERS: z.string().min(1).optional().meta({ description: 'carry events over these brokers rather than in process' }),
  SMTP_URL: z.url().optional().meta({ description: 'mail server; without it each mail becomes a file in the data folder', secret: true }),
  CITY_NAME: z.string().default('').meta({ description: 'name of the learning city: who compiles records, and where wallets ask; Laurel unless given' }),
  TERMS_URL: z.string().default('').meta({ description: 'terms of service of the operator, which wallets show; a page of ours unless given' }),
  PRIVACY_URL: z.string().default('').meta({ description: 'privacy policy of the operator, which wallets show; a page of ours unless given' }),
  CONTEXTS: z.string().min(1).optional().meta({ description: 'JSON-LD contexts that credentials may name besides the bundled ones: JSON, [{"url", "file", "sha256"}]' }),
  FETCH_LOOPBACK: VerificationConfig.shape.FETCH_LOOPBACK,
  FETCH_CA: VerificationConfig.shape.FETCH_CA,
  LOG_LEVEL: ServiceConfig.shape.LOG_LEVEL.unwrap().default('warn').meta({ description: 'least level that is logged to stderr' }),
});
export type StandaloneConfig = z.infer<typeof StandaloneConfig>;

export const readStandaloneConfig = (): StandaloneConfig => readConfig(StandaloneConfig);

/** Where the data of this machine's Laurel lies. */
export const readDataFolder = (): string => readConfig(StandaloneConfig.pick({ LAUREL_DATA: true })).LAUREL_DATA;
