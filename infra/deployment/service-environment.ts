import { join } from 'node:path';
import { replaceFile } from '../processes/durable-file.js';
import type { ServiceUrls } from '../postgres/database-urls.js';
import type { Origin } from './origins.js';
import type { Secrets } from './secrets.js';
import type { ServiceName } from './services.js';

/** What one service alone may read: file name -> content. Its environment names each file as <VARIABLE>_FILE. */
type SecretFiles = Record<string, { variable: string; content: string }>;

function secretFiles(service: ServiceName, secrets: Secrets, urls: ServiceUrls, smtpUrl?: string): SecretFiles {
  const contact = { 'contact-key': { variable: 'CONTACT_KEY', content: secrets.contactKey } };
  const own: Record<ServiceName, SecretFiles> = {
    'provider-registry': {
      'operator.json': { variable: 'OPERATOR', content: secrets.operator },
      'client-token-key.json': { variable: 'CLIENT_TOKEN_KEY', content: secrets.clientTokenKey },
    },
    'learner-records': { 'learner-token-key.json': { variable: 'LEARNER_TOKEN_KEY', content: secrets.learnerTokenKey }, ...contact },
    'credential-issuance': { 'key-encryption-key': { variable: 'KEY_ENCRYPTION_KEY', content: secrets.keyEncryptionKey } },
    verification: {},
    notifications: { ...contact, ...(smtpUrl ? { 'smtp-url': { variable: 'SMTP_URL', content: smtpUrl } } : {}) },
  };
  return {
    'database-url': { variable: 'DATABASE_URL', content: urls.app },
    'database-pipeline-url': { variable: 'DATABASE_PIPELINE_URL', content: urls.pipeline },
    'database-owner-url': { variable: 'DATABASE_OWNER_URL', content: urls.owner },
    'jwks.json': { variable: 'JWKS', content: secrets.jwks },
    ...own[service],
  };
}

export interface EnvironmentOptions extends Origin {
  dataFolder: string;
  service: ServiceName;
  secrets: Secrets;
  urls: ServiceUrls;
  smtpUrl?: string;
}

/**
 * Writes a service's secrets to `<data>/secrets/<service>/` (mode 0600, in a folder that may be mounted into its
 * container alone) and gives the variables that name them. Port, brokers and log level are the starter's to add.
 */
export function writeEnvironment({ dataFolder, service, secrets, urls, smtpUrl, origin, knownOrigins }: EnvironmentOptions): Record<string, string> {
  const files = secretFiles(service, secrets, urls, smtpUrl);
  const environment: Record<string, string> = { PUBLIC_ORIGIN: origin, KNOWN_ORIGINS: knownOrigins.join(',') };
  for (const [file, { variable, content }] of Object.entries(files)) {
    const path = join(dataFolder, 'secrets', service, file);
    replaceFile(path, content);
    environment[`${variable}_FILE`] = path;
  }
  if (service === 'notifications' && !smtpUrl) environment.MAIL_FOLDER = join(dataFolder, 'mail');
  return environment;
}
