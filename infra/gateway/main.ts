import { ConfigError } from '@laurel/runtime';
import { readGatewayConfig, upstreamsOf } from './gateway.config.js';
import { startGateway } from './start-gateway.js';

try {
  const config = readGatewayConfig();
  const gateway = await startGateway({
    upstreams: upstreamsOf(config), port: config.PORT, host: config.HOST, origin: config.PUBLIC_ORIGIN,
    openApiFile: config.OPENAPI_FILE, trustProxy: config.TRUST_PROXY === 'on', logLevel: config.LOG_LEVEL,
  });
  const stop = () => void gateway.close().finally(() => process.exit(0));
  process.once('SIGTERM', stop).once('SIGINT', stop);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(error instanceof ConfigError ? 78 : 70);
}
