import { CityName, PinnedFiles, SecretKey, ServiceConfig } from '@laurel/runtime';
import type { z } from 'zod';

export const CredentialIssuanceConfig = ServiceConfig.extend({
  CITY_NAME: CityName,
  CONTEXTS: PinnedFiles.optional().meta({ description: 'JSON-LD contexts that attestations may name besides the bundled ones: JSON, [{"url", "file", "sha256"}]' }),
  KEY_ENCRYPTION_KEY: SecretKey.meta({ description: 'seals the private keys of issuers and the secrets of status lists: 32 bytes, base64url', secret: true }),
});
export type CredentialIssuanceConfig = z.infer<typeof CredentialIssuanceConfig>;
