import { column, instant } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { StatusList, StatusListPair } from './status-list.js';

export const StatusListTable = new EntitySchema<StatusList>({
  name: 'status_lists',
  columns: {
    id: column('uuid', { primary: true }),
    providerId: column('uuid', { name: 'provider_id' }),
    purpose: column('text'),
    url: column('text'),
    bits: { type: 'bytea' },
    document: column('text'),
    signedAt: instant({ name: 'signed_at' }),
  },
});

export const StatusListPairTable = new EntitySchema<StatusListPair>({
  name: 'status_list_pairs',
  columns: {
    id: column('uuid', { primary: true }),
    providerId: column('uuid', { name: 'provider_id' }),
    origin: column('text'),
    sealedKey: { type: 'bytea', name: 'sealed_key' },
    taken: column('int'),
    revocationList: column('uuid', { name: 'revocation_list' }),
    suspensionList: column('uuid', { name: 'suspension_list' }),
  },
});
