import { Id, Sealed } from '@laurel/events';
import { z } from 'zod';

/** A learner's address, sealed as it came. A row without one is of a learner who was written about before the address came. */
export const Address = z.object({ learnerId: Id, contact: Sealed.optional(), version: z.int().min(0) });
export type Address = z.infer<typeof Address>;
