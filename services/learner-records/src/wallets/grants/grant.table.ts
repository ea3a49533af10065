import { column, instant } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { AuthorizationCode, Grant, RefreshToken } from './grant.js';

const goodOnce = { grantId: column('uuid', { name: 'grant_id' }), expiresAt: instant({ name: 'expires_at' }), usedAt: instant({ name: 'used_at', nullable: true }) };

export const GrantTable = new EntitySchema<Grant>({
  name: 'grants',
  columns: {
    id: column('uuid', { primary: true }),
    walletId: column('uuid', { name: 'wallet_id' }),
    learnerId: column('uuid', { name: 'learner_id' }),
    walletName: column('text', { name: 'wallet_name' }),
    walletUrl: column('text', { name: 'wallet_url' }),
    scopes: column('jsonb'),
    grantedAt: instant({ name: 'granted_at' }),
    withdrawnAt: instant({ name: 'withdrawn_at', nullable: true }),
  },
});

export const AuthorizationCodeTable = new EntitySchema<AuthorizationCode>({
  name: 'authorization_codes',
  columns: { codeHash: column('text', { name: 'code_hash', primary: true }), redirectUri: column('text', { name: 'redirect_uri' }), challenge: column('text'), ...goodOnce },
});

export const RefreshTokenTable = new EntitySchema<RefreshToken>({
  name: 'refresh_tokens',
  columns: { tokenHash: column('text', { name: 'token_hash', primary: true }), ...goodOnce },
});
