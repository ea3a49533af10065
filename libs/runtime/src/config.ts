import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { inWords } from './problems/in-words.js';

/** Every fault of a configuration at once; `start` prints it and exits with 78 (EX_CONFIG of sysexits.h). */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly faults: readonly string[]) {
    super(`The configuration is wrong:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What every service is told from outside. Each name also exists as `NAME_FILE`, the path of a file that holds the value. */
export const ServiceConfig = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(0).meta({ description: 'port to listen on; 0 takes a free one' }),
  HOST: z.string().min(1).default('127.0.0.1').meta({ description: 'address to listen on' }),
  PUBLIC_ORIGIN: z.url().meta({ description: 'origin that is written into ids and links' }),
  DATABASE_URL: z.url().meta({ description: 'PostgreSQL, as the role that serves requests', secret: true }),
  DATABASE_PIPELINE_URL: z.url().meta({ description: 'PostgreSQL, as the role of relay and consumers', secret: true }),
  DATABASE_OWNER_URL: z.url().meta({ description: 'PostgreSQL, as the owner of the schema; used for migrations only', secret: true }),
  KAFKA_BROKERS: z.string().optional().meta({ description: 'host:port of the brokers, with commas between' }),
  JWKS_FILE: z.string().min(1).meta({ description: 'path of the public keys of access tokens (JWKS); read again when it changes' }),
  RATE_LIMITS: z.enum(['on', 'off']).default('on').meta({ description: 'off for load tests' }),
  TRUST_PROXY: z.enum(['on', 'off']).default('off').meta({ description: 'on behind the gateway: believe X-Forwarded-For' }),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info').meta({ description: 'least level that is logged' }),
});
export type ServiceConfig = z.infer<typeof ServiceConfig>;

/**
 * Reads a configuration from the environment, secrets from files where `NAME_FILE` is set.
 * @throws ConfigError with all faults, each named by its variable
 */
export function readConfig<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, environment: Environment = process.env): z.infer<z.ZodObject<Shape>> {
  const faults: string[] = [];
  const given: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const file = name.endsWith('_FILE') ? undefined : environment[`${name}_FILE`];
    try {
      const value = environment[name] ?? (file === undefined ? undefined : readFileSync(file, 'utf8').trim());
      if (value !== undefined && value !== '') given[name] = value;
    } catch (error) {
      faults.push(`${name}_FILE: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const parsed = schema.safeParse(given);
  if (parsed.success && faults.length === 0) return parsed.data;
  const unread = new Set(faults.map((fault) => fault.split('_FILE')[0]));
  for (const issue of parsed.error?.issues ?? []) {
    const name = issue.path.join('.');
    if (!unread.has(name)) faults.push(`${name}: ${inWords(issue.message)}`);
  }
  throw new ConfigError(faults);
}

/** What the deployment is called where it speaks for itself. */
export const CityName = z.string().trim().min(1).max(200).default('Laurel').meta({ description: 'name of the learning city: who compiles records, and where wallets ask' });

/** A key of 32 bytes as base64url, as `openssl rand 32 | basenc --base64url` makes it. */
export const SecretKey = z.string().transform((text, context) => {
  const key = Buffer.from(text, 'base64url');
  if (key.length === 32) return key;
  context.addIssue({ code: 'custom', message: 'must be 32 bytes in base64url' });
  return z.NEVER;
});

/** JSON in a variable, checked by a schema. */
export const jsonOf = <Schema extends z.ZodType>(schema: Schema) =>
  z.string().transform((text, context): z.infer<Schema> => {
    try {
      return schema.parse(JSON.parse(text));
    } catch {
      context.addIssue({ code: 'custom', message: 'must be JSON of the documented form' });
      return z.NEVER;
    }
  });
