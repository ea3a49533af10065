import { z } from 'zod';
import { defineEvent } from '../envelope.js';
import { Id, Instant } from '../text.js';
import { topics } from '../topics.js';

export const outcomeWithdrawn = defineEvent({
  type: 'laurel.outcome.withdrawn.v1', source: 'learner-records', topic: topics.outcome,
  summary: 'A provider took an outcome back. The reason stays in learner-records: it may speak of a person.',
  data: z.object({ outcomeId: Id, providerId: Id, learnerId: Id, withdrawnAt: Instant }),
});
