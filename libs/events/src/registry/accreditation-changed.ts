import { z } from 'zod';
import { defineEvent } from '../envelope.js';
import { CalendarDate, Id, Instant, Name, WebUrl } from '../text.js';
import { topics } from '../topics.js';
import { Scope } from './scope.js';

/** Who recognises a provider for what, from when to when (both days included). */
export const Accreditation = z.object({
  id: Id,
  providerId: Id,
  accreditor: z.object({ name: Name, url: WebUrl.optional() }),
  scope: Scope,
  validFrom: CalendarDate,
  validUntil: CalendarDate.optional(),
  withdrawnAt: Instant.optional(),
});
export type Accreditation = z.infer<typeof Accreditation>;

export const accreditationChanged = defineEvent({
  type: 'laurel.accreditation.changed.v1', source: 'provider-registry', topic: topics.registry,
  summary: 'A provider was accredited, or an accreditation was withdrawn.', data: Accreditation,
});
