import { z } from 'zod';
import { defineEvent } from '../envelope.js';
import { Id, Instant } from '../text.js';
import { topics } from '../topics.js';

export const accessWithdrawn = defineEvent({
  type: 'laurel.access.withdrawn.v1', source: 'learner-records', topic: topics.access,
  summary: 'What a learner let a wallet read is over, by the learner or the wallet; its tokens are worth nothing from now on.',
  data: z.object({ grantId: Id, learnerId: Id, walletId: Id, withdrawnAt: Instant }),
});
