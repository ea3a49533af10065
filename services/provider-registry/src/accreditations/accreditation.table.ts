import { column, instant } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { AccreditationRow } from './accreditation.js';

export const AccreditationTable = new EntitySchema<AccreditationRow>({
  name: 'accreditations',
  columns: {
    id: column('uuid', { primary: true }),
    providerId: column('uuid', { name: 'provider_id' }),
    accreditor: column('jsonb'),
    scope: column('jsonb'),
    validFrom: column('date', { name: 'valid_from' }),
    validUntil: column('date', { name: 'valid_until', nullable: true }),
    withdrawnAt: instant({ name: 'withdrawn_at', nullable: true }),
    withdrawalReason: column('text', { name: 'withdrawal_reason', nullable: true }),
    version: column('int'),
  },
});
