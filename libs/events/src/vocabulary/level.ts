import { z } from 'zod';

/** A level of the European Qualifications Framework, 1 to 8. */
export const Level = z.int().min(1).max(8);
export type Level = z.infer<typeof Level>;
