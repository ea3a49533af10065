import { join } from 'node:path';
import { replaceFile } from '../processes/durable-file.js';
import type { ServiceUrls } from '../database/database-urls.js';
import type { Origin } from './origins.js';
import type { Secrets } from './secrets.js';
import type { ServiceName } from './services.js';

/** Variable -> file and content. A service reads it as <VARIABLE>_FILE (libs/runtime, readConfig); empty is as if not there. */
type Variables = Record<string, [file: string, content: string]>;

export interface EnvironmentOptions extends Origin {
  dataFolder: string;
  service: ServiceName;
  secrets: Secrets;
  urls: ServiceUrls;
  smtpUrl?: string;
}

const ownVariables = ({ dataFolder, secrets, smtpUrl = '' }: EnvironmentOptions): Record<ServiceName, Variables> => {
  const contact: Variables = { CONTACT_KEY: ['contact-key', secrets.contactKey] };
  return {
    'provider-registry': { OPERATOR: ['operator.json', secrets.operator], CLIENT_TOKEN_KEY: ['client-token-key.json', secrets.clientTokenKey] },
    'learner-records': { ...contact, LEARNER_TOKEN_KEY: ['learner-token-key.json', secrets.learnerTokenKey] },
    'credential-issuance': { KEY_ENCRYPTION_KEY: ['key-encryption-key', secrets.keyEncryptionKey] },
    verification: {},
    notifications: { ...contact, SMTP_URL: ['smtp-url', smtpUrl], MAIL_FOLDER: ['mail-folder', smtpUrl ? '' : join(dataFolder, 'mail')] },
  };
};

/**
 * Writes what the deployment tells a service to `<data>/secrets/<service>/` (mode 0600), a folder that may be mounted
 * into its container alone, and gives the variables that name the files; those are the same at every start, whatever
 * stands in the files. Port, brokers and log level are the starter's to add.
 */
export function writeEnvironment(options: EnvironmentOptions): Record<string, string> {
  const { dataFolder, service, secrets, urls, origin, knownOrigins } = options;
  const variables: Variables = {
    PUBLIC_ORIGIN: ['public-origin', origin],
    KNOWN_ORIGINS: ['known-origins', knownOrigins.join(',')],
    DATABASE_URL: ['database-url', urls.app],
    DATABASE_PIPELINE_URL: ['database-pipeline-url', urls.pipeline],
    DATABASE_OWNER_URL: ['database-owner-url', urls.owner],
    JWKS: ['jwks.json', secrets.jwks],
    ...ownVariables(options)[service],
  };
  return writeFiles(join(dataFolder, 'secrets', service), variables);
}

/** Writes each variable's file and gives the variables that name them. */
export function writeFiles(folder: string, variables: Variables): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).map(([variable, [file, content]]) => {
    replaceFile(join(folder, file), content);
    return [`${variable}_FILE`, join(folder, file)];
  }));
}
