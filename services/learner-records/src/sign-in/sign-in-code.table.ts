import { column, instant } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { SignInCode } from './sign-in-code.js';

export const SignInCodeTable = new EntitySchema<SignInCode>({
  name: 'sign_in_codes',
  columns: {
    id: column('uuid', { primary: true }),
    email: column('text'),
    codeHash: column('text', { name: 'code_hash' }),
    learnerId: column('uuid', { name: 'learner_id', nullable: true }),
    createdAt: instant({ name: 'created_at' }),
    expiresAt: instant({ name: 'expires_at' }),
    tries: column('int'),
    usedAt: instant({ name: 'used_at', nullable: true }),
  },
});
