import { z } from 'zod';
import { defineEvent } from '../envelope.js';
import { Id } from '../text.js';
import { topics } from '../topics.js';

/** A compact JWE (RFC 7516 section 7.1) with `dir` and A256GCM under the key that learner-records and notifications share. */
export const Sealed = z.string().regex(/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/);

/** What a sealed contact says. */
export const Contact = z.object({ email: z.string() });

export const contactChanged = defineEvent({
  type: 'laurel.contact.changed.v1', source: 'learner-records', topic: topics.contact,
  summary: 'A learner can be written to at the sealed address.', data: z.object({ learnerId: Id, contact: Sealed }),
});
