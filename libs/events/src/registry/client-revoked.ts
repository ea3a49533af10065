import { z } from 'zod';
import { defineEvent } from '../envelope.js';
import { Id, Instant } from '../text.js';
import { topics } from '../topics.js';

export const clientRevoked = defineEvent({
  type: 'laurel.client.revoked.v1', source: 'provider-registry', topic: topics.registry,
  summary: 'An API client of a provider was deleted; its tokens are worth nothing from now on.',
  data: z.object({ clientId: Id, providerId: Id, revokedAt: Instant }),
});
