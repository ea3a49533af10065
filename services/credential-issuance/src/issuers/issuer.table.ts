import { column, instant } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { IssuerRow } from './issuer.js';
import type { SigningKey } from './signing-key.js';

export const IssuerTable = new EntitySchema<IssuerRow>({
  name: 'issuers',
  columns: {
    providerId: column('uuid', { name: 'provider_id', primary: true }),
    id: column('text', { name: 'did' }),
    name: column('text'),
    url: column('text', { nullable: true }),
    keys: column('jsonb'),
    version: column('int'),
  },
});

export const SigningKeyTable = new EntitySchema<SigningKey>({
  name: 'signing_keys',
  columns: {
    id: column('text', { primary: true }),
    providerId: column('uuid', { name: 'provider_id' }),
    use: column('text'),
    type: column('text'),
    sealed: { type: 'bytea' },
    createdAt: instant({ name: 'created_at' }),
  },
});
