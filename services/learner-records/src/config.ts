import { SigningJwk } from '@laurel/http';
import { jsonOf, SecretKey, ServiceConfig } from '@laurel/runtime';
import type { z } from 'zod';

export const LearnerRecordsConfig = ServiceConfig.extend({
  LEARNER_TOKEN_KEY: jsonOf(SigningJwk).meta({ description: 'private JWK (P-256) that signs access tokens of learners', secret: true }),
  CONTACT_KEY: SecretKey.meta({ description: 'key by which addresses and sign-in codes are sealed for notifications: 32 bytes, base64url', secret: true }),
});
export type LearnerRecordsConfig = z.infer<typeof LearnerRecordsConfig>;
