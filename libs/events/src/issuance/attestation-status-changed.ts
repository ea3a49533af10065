import { z } from 'zod';
import { defineEvent } from '../envelope.js';
import { Id, Instant, Name } from '../text.js';
import { topics } from '../topics.js';

export const AttestationStatus = z.enum(['active', 'suspended', 'revoked']);
export type AttestationStatus = z.infer<typeof AttestationStatus>;

export const attestationStatusChanged = defineEvent({
  type: 'laurel.attestation.status-changed.v1', source: 'credential-issuance', topic: topics.credential,
  summary: 'A credential that its provider worded itself was revoked, suspended or reinstated by it.',
  data: z.object({ attestationId: Id, providerId: Id, status: AttestationStatus, changedBy: Name, changedAt: Instant }),
});
