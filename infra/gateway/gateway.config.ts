import { readConfig, ServiceConfig } from '@laurel/runtime';
import { z } from 'zod';
import type { Upstreams } from './proxy.js';

const upstream = z.url({ protocol: /^http$/ }).meta({ description: 'where this service answers: http://host:port' });

const GatewayConfig = ServiceConfig.pick({ PORT: true, HOST: true, PUBLIC_ORIGIN: true, TRUST_PROXY: true, LOG_LEVEL: true }).extend({
  PROVIDER_REGISTRY_URL: upstream,
  LEARNER_RECORDS_URL: upstream,
  CREDENTIAL_ISSUANCE_URL: upstream,
  VERIFICATION_URL: upstream,
  NOTIFICATIONS_URL: upstream,
  OPENAPI_FILE: z.string().min(1).optional().meta({ description: 'path of the OpenAPI document of the whole' }),
});
export type GatewayConfig = z.infer<typeof GatewayConfig>;

/** @throws ConfigError with all faults */
export const readGatewayConfig = (): GatewayConfig => readConfig(GatewayConfig);

export const upstreamsOf = (config: GatewayConfig): Upstreams => ({
  'provider-registry': config.PROVIDER_REGISTRY_URL,
  'learner-records': config.LEARNER_RECORDS_URL,
  'credential-issuance': config.CREDENTIAL_ISSUANCE_URL,
  verification: config.VERIFICATION_URL,
  notifications: config.NOTIFICATIONS_URL,
});
