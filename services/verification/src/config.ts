import { PinnedFiles, ServiceConfig } from '@laurel/runtime';
import { z } from 'zod';

/** It holds no secret of its own. */
export const VerificationConfig = ServiceConfig.extend({
  CONTEXTS: PinnedFiles.optional().meta({ description: 'JSON-LD contexts that credentials may name besides the bundled ones: JSON, [{"url", "file", "sha256"}]' }),
  FETCH_LOOPBACK: z.enum(['refused', 'allowed']).default('refused').meta({ description: 'allowed for tests: foreign documents may come from this machine, and from any port' }),
  FETCH_CA: z.string().startsWith('-----BEGIN CERTIFICATE-----').optional().meta({ description: 'certificate (PEM) that is trusted besides the usual authorities where foreign documents are fetched' }),
});
export type VerificationConfig = z.infer<typeof VerificationConfig>;
