import { column } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { Address } from './address.js';

export const AddressTable = new EntitySchema<Address>({
  name: 'addresses',
  columns: {
    learnerId: column('uuid', { name: 'learner_id', primary: true }),
    contact: column('text', { nullable: true }),
    version: column('int'),
  },
});
