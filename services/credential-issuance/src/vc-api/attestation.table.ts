import { column, instant } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { AttestationRow } from './attestation.js';

export const AttestationTable = new EntitySchema<AttestationRow>({
  name: 'attestations',
  columns: {
    id: column('uuid', { primary: true }),
    providerId: column('uuid', { name: 'provider_id' }),
    issuerId: column('text', { name: 'issuer_id' }),
    credentialId: column('text', { name: 'credential_id' }),
    format: column('text'),
    digest: column('text'),
    status: column('text'),
    version: column('int'),
    issuedAt: instant({ name: 'issued_at' }),
    pairId: column('uuid', { name: 'pair_id', nullable: true }),
    statusIndex: column('int', { name: 'status_index', nullable: true }),
  },
});
