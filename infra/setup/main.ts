import { ConfigError } from '@laurel/runtime';
import { prepareDeployment } from '../deployment/prepare-deployment.js';
import { createDeploymentTopics } from '../kafka/deployment-topics.js';
import { readSetupConfig } from './setup.config.js';

/** What must be there before the services of a container deployment start: database, roles, secrets, topics. Then it ends. */
try {
  const config = readSetupConfig();
  const { origin, operatorFile } = await prepareDeployment({
    folder: config.LAUREL_DATA, databaseAdminUrl: config.DATABASE_URL, port: config.PORT, publicOrigin: config.PUBLIC_ORIGIN, smtpUrl: config.SMTP_URL,
  });
  await createDeploymentTopics(config.KAFKA_BROKERS.split(','));
  process.stdout.write(`Laurel is set up for ${origin}; operator's credentials: ${operatorFile}\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(error instanceof ConfigError ? 78 : 70);
}
