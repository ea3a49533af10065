import { readConfig } from '@laurel/runtime';
import { z } from 'zod';

const SetupConfig = z.object({
  LAUREL_DATA: z.string().min(1).meta({ description: 'data folder; secrets/<service> below it is for that service alone' }),
  PORT: z.coerce.number().int().min(1).max(65_535).default(8080).meta({ description: 'public port, for the origin of the first start' }),
  PUBLIC_ORIGIN: z.url().optional().meta({ description: 'origin that is written into ids and links; that of the first start unless given' }),
  DATABASE_URL: z.url().meta({ description: 'PostgreSQL with the right to make roles', secret: true }),
  KAFKA_BROKERS: z.string().min(1).meta({ description: 'host:port of the brokers, with commas between' }),
  SMTP_URL: z.url().optional().meta({ description: 'mail server; without it each mail becomes a file in the data folder', secret: true }),
});

/** @throws ConfigError with all faults */
export const readSetupConfig = (): z.infer<typeof SetupConfig> => readConfig(SetupConfig);

/** The volume for the Postgres container's password. */
export const readPasswordFolder = (): string => readConfig(z.object({ DATABASE_PASSWORD_FOLDER: z.string().min(1) })).DATABASE_PASSWORD_FOLDER;
