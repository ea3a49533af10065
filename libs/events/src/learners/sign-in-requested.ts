import { z } from 'zod';
import { defineEvent } from '../envelope.js';
import { Id, Instant } from '../text.js';
import { topics } from '../topics.js';
import { Sealed } from './contact-changed.js';

/** What a sealed sign-in says. No address: nobody of that address is known, and nothing is sent. */
export const SignIn = z.object({ email: z.string().optional(), code: z.string().regex(/^\d{6}$/) });

export const signInRequested = defineEvent({
  type: 'laurel.sign-in.requested.v1', source: 'learner-records', topic: topics.signIn,
  summary: 'Somebody asked for a sign-in code; told alike for known and unknown addresses.',
  data: z.object({ requestId: Id, learnerId: Id.optional(), signIn: Sealed, expiresAt: Instant }),
});
