import { ServiceConfig } from '@laurel/runtime';
import type { z } from 'zod';

/** It holds no secret of its own and asks nobody: what every service is told is enough. */
export const VerificationConfig = ServiceConfig;
export type VerificationConfig = z.infer<typeof VerificationConfig>;
