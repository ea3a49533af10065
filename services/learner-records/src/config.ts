import { SigningJwk } from '@laurel/http';
import { CityName, jsonOf, SecretKey, ServiceConfig } from '@laurel/runtime';
import { z } from 'zod';

export const LearnerRecordsConfig = ServiceConfig.extend({
  CITY_NAME: CityName,
  TERMS_URL: z.url().optional().meta({ description: 'terms of service of the operator, which wallets show; a page of ours unless given' }),
  PRIVACY_URL: z.url().optional().meta({ description: 'privacy policy of the operator, which wallets show; a page of ours unless given' }),
  LEARNER_TOKEN_KEY: jsonOf(SigningJwk).meta({ description: 'private JWK (P-256) that signs access tokens of learners', secret: true }),
  CONTACT_KEY: SecretKey.meta({ description: 'key by which addresses and sign-in codes are sealed for notifications: 32 bytes, base64url', secret: true }),
});
export type LearnerRecordsConfig = z.infer<typeof LearnerRecordsConfig>;
