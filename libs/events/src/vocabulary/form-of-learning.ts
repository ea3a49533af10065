import { z } from 'zod';

/** UNESCO's three forms of learning; the list with their meaning stands at /vocab/forms-of-learning. */
export const FormOfLearning = z.enum(['formal', 'non-formal', 'informal']);
export type FormOfLearning = z.infer<typeof FormOfLearning>;
