import { AttestationStatus, Id, Instant, IssuedAttestation, Name } from '@laurel/events';
import { z } from 'zod';

/** What is known of a credential of ours that its provider worded itself: where its status stands, and how. */
export const KnownAttestation = IssuedAttestation.omit({ attestationId: true }).extend({
  id: Id,
  status: AttestationStatus,
  changedBy: Name.optional(),
  changedAt: Instant.optional(),
  version: z.int().min(1),
});
export type KnownAttestation = z.infer<typeof KnownAttestation>;
