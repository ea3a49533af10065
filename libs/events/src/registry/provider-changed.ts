import { z } from 'zod';
import { defineEvent } from '../envelope.js';
import { Description, Id, Instant, Language, Name, WebUrl } from '../text.js';
import { topics } from '../topics.js';
import { Setting } from '../vocabulary/setting.js';

/** An organisation or community that attests learning, as everybody may see it. */
export const Provider = z.object({
  id: Id,
  name: Name,
  setting: Setting,
  legalForm: Name.optional(),
  url: WebUrl.optional(),
  description: Description.optional(),
  languages: z.array(Language).max(20).optional(),
  status: z.enum(['applied', 'approved', 'refused', 'suspended']),
  changedAt: Instant,
});
export type Provider = z.infer<typeof Provider>;

export const providerChanged = defineEvent({
  type: 'laurel.provider.changed.v1', source: 'provider-registry', topic: topics.registry,
  summary: 'A provider applied or was approved, refused, suspended or reinstated.', data: Provider,
});
