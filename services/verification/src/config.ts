import { ServiceConfig } from '@laurel/runtime';
import { z } from 'zod';

/** It holds no secret of its own. */
export const VerificationConfig = ServiceConfig.extend({
  FETCH_LOOPBACK: z.enum(['refused', 'allowed']).default('refused').meta({ description: 'allowed for tests: foreign documents may come from this machine, and from any port' }),
  FETCH_CA: z.string().startsWith('-----BEGIN CERTIFICATE-----').optional().meta({ description: 'certificate (PEM) that is trusted besides the usual authorities where foreign documents are fetched' }),
});
export type VerificationConfig = z.infer<typeof VerificationConfig>;
