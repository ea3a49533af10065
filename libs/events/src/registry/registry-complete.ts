import { z } from 'zod';
import { defineEvent } from '../envelope.js';
import { Id } from '../text.js';
import { topics } from '../topics.js';

/** Asked by who is about to refuse for a missing fact (decision 0002). */
export const registryAsked = defineEvent({
  type: 'laurel.registry.asked.v1', source: 'credential-issuance', topic: topics.registryQuestion,
  summary: 'Somebody lacks a fact and asks whether one is on its way.', data: z.object({ question: Id }),
});

/** The answer stands in the log of facts itself, behind every fact that was committed before the question came. */
export const registryComplete = defineEvent({
  type: 'laurel.registry.complete.v1', source: 'provider-registry', topic: topics.registry,
  summary: 'Every fact from before these questions has been told.', data: z.object({ questions: z.array(Id).min(1) }),
});
