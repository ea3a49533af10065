import { z } from 'zod';
import { defineEvent } from '../envelope.js';
import { Id, Instant } from '../text.js';
import { topics } from '../topics.js';

/** What stands about a credential that a provider worded itself; of what it says nothing is told. */
export const IssuedAttestation = z.object({
  attestationId: Id,
  providerId: Id,
  /** The DID in whose name it was signed. */
  issuerId: z.string().startsWith('did:'),
  /** Ids of the lists in which its status stands, and its place, the same in both. */
  revocationList: Id,
  suspensionList: Id,
  statusIndex: z.int().min(0),
  issuedAt: Instant,
});
export type IssuedAttestation = z.infer<typeof IssuedAttestation>;

export const attestationIssued = defineEvent({
  type: 'laurel.attestation.issued.v1', source: 'credential-issuance', topic: topics.credential,
  summary: 'A credential was signed that its provider worded itself; no outcome stands behind it.', data: IssuedAttestation,
});
