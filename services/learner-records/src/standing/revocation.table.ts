import { column } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { Revocation } from './revocation.js';

export const RevocationTable = new EntitySchema<Revocation>({
  name: 'revocations',
  columns: { id: column('uuid', { primary: true }), version: column('int'), stands: column('boolean') },
});
