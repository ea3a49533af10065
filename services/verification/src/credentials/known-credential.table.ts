import { column, instant } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { KnownCredential } from './known-credential.js';

export const KnownCredentialTable = new EntitySchema<KnownCredential>({
  name: 'credentials',
  columns: {
    id: column('uuid', { primary: true }),
    issuerId: column('text', { name: 'issuer_id' }),
    providerId: column('uuid', { name: 'provider_id' }),
    achievementId: column('uuid', { name: 'achievement_id' }),
    achievementVersion: column('int', { name: 'achievement_version' }),
    accreditationId: column('uuid', { name: 'accreditation_id' }),
    trust: column('text'),
    awardedOn: column('date', { name: 'awarded_on' }),
    issuedAt: instant({ name: 'issued_at' }),
    status: column('text'),
    reason: column('text', { nullable: true }),
    changedBy: column('text', { name: 'changed_by', nullable: true }),
    changedAt: instant({ name: 'changed_at', nullable: true }),
    version: column('int'),
  },
});
