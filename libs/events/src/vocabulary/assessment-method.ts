import { z } from 'zod';

/** How it was established that the learner reached the achievement; the list stands at /vocab/assessment-methods. */
export const AssessmentMethod = z.enum(['examination', 'practical-test', 'observation', 'portfolio', 'interview', 'peer-review', 'attendance']);
export type AssessmentMethod = z.infer<typeof AssessmentMethod>;
