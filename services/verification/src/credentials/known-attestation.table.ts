import { column, instant } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { KnownAttestation } from './known-attestation.js';

export const KnownAttestationTable = new EntitySchema<KnownAttestation>({
  name: 'attestations',
  columns: {
    id: column('uuid', { primary: true }),
    providerId: column('uuid', { name: 'provider_id' }),
    issuerId: column('text', { name: 'issuer_id' }),
    revocationList: column('uuid', { name: 'revocation_list' }),
    suspensionList: column('uuid', { name: 'suspension_list' }),
    statusIndex: column('int', { name: 'status_index' }),
    issuedAt: instant({ name: 'issued_at' }),
    status: column('text'),
    changedBy: column('text', { name: 'changed_by', nullable: true }),
    changedAt: instant({ name: 'changed_at', nullable: true }),
    version: column('int'),
  },
});
