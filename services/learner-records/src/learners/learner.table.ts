import { column, instant } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { Identifier, Learner } from './learner.js';

export const LearnerTable = new EntitySchema<Learner>({
  name: 'learners',
  columns: {
    id: column('uuid', { primary: true }),
    subjectId: column('text', { name: 'subject_id' }),
    createdBy: column('uuid', { name: 'created_by' }),
    createdAt: instant({ name: 'created_at' }),
  },
});

export const IdentifierTable = new EntitySchema<Identifier>({
  name: 'identifiers',
  columns: {
    key: column('text', { primary: true }),
    learnerId: column('uuid', { name: 'learner_id' }),
    addedBy: column('uuid', { name: 'added_by' }),
    verifiedAt: instant({ name: 'verified_at', nullable: true }),
  },
});
