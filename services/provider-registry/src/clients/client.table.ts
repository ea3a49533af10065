import { column, instant } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { ClientRow } from './client.js';

export const ClientTable = new EntitySchema<ClientRow>({
  name: 'clients',
  columns: {
    id: column('uuid', { primary: true }),
    providerId: column('uuid', { name: 'provider_id' }),
    name: column('text'),
    scopes: column('jsonb'),
    secretHash: column('text', { name: 'secret_hash' }),
    createdAt: instant({ name: 'created_at' }),
    revokedAt: instant({ name: 'revoked_at', nullable: true }),
  },
});
