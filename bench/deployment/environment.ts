import type { ServiceUrls } from '@laurel/infra';
import { randomBytes } from 'node:crypto';
import type { Tokens } from './tokens.js';

const newKey = (): string => randomBytes(32).toString('base64url');

/** The variables of any service on the bench: it listens on a free port and writes no log. */
export const environmentOf = (urls: ServiceUrls, { jwksFile, signingKey }: Tokens): Record<string, string> => ({
  PUBLIC_ORIGIN: 'https://laurel.example', DATABASE_URL: urls.app, DATABASE_PIPELINE_URL: urls.pipeline, DATABASE_OWNER_URL: urls.owner,
  JWKS_FILE: jwksFile, RATE_LIMITS: 'off', LOG_LEVEL: 'silent',
  LEARNER_TOKEN_KEY: signingKey, CONTACT_KEY: newKey(), KEY_ENCRYPTION_KEY: newKey(),
});
