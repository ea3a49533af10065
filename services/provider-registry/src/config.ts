import { SigningJwk } from '@laurel/http';
import { jsonOf, ServiceConfig } from '@laurel/runtime';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The operator's own client, made with the deployment. */
const Operator = z.object({ clientId: z.uuid(), clientSecret: z.string().min(32) });
export type Operator = z.infer<typeof Operator>;

export const ProviderRegistryConfig = ServiceConfig.extend({
  OPERATOR_FILE: z.string().min(1).meta({ description: 'path of operator.json: {clientId, clientSecret}' }),
  CLIENT_TOKEN_KEY: jsonOf(SigningJwk).meta({ description: 'private JWK (P-256) that signs access tokens of machines', secret: true }),
});
export type ProviderRegistryConfig = z.infer<typeof ProviderRegistryConfig>;

export const readOperator = (path: string): Operator => Operator.parse(JSON.parse(readFileSync(path, 'utf8')));
