import { AttestationStatus, IssuedAttestation } from '@laurel/events';
import { CredentialFormat } from '@laurel/credentials';
import { z } from 'zod';

const { providerId, issuerId, issuedAt } = IssuedAttestation.shape;

/** The forms in which a credential can be had from the VC API; images are for achievements. */
export const AttestationFormat = CredentialFormat.exclude(['png', 'svg']);
export type AttestationFormat = z.infer<typeof AttestationFormat>;

/** A credential that its provider worded itself, as it is remembered: nothing of what it says. */
export const AttestationRow = z.object({
  id: z.uuid(),
  providerId, issuerId,
  /** The `id` that the document has, its provider's choice; not unique. */
  credentialId: z.string(),
  format: AttestationFormat,
  /** SHA-256 of what was given away (hex): a document as canonical JSON, a token as text. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  status: AttestationStatus,
  /** Counts its events: 1 when issued, one more for each change of status. */
  version: z.int().min(1),
  issuedAt,
  /** Its place for good in this pair of status lists; none where its provider keeps its status. */
  pairId: z.uuid().optional(),
  statusIndex: z.int().min(0).optional(),
});
export type AttestationRow = z.infer<typeof AttestationRow>;
