import { Instant } from '@laurel/events';
import { z } from 'zod';
import { Askable } from '../wallet-scope.js';

/** What a learner let a wallet read: a receipt, with what they were shown of the wallet. */
export const Grant = z.object({
  id: z.uuid(),
  walletId: z.uuid(),
  learnerId: z.uuid(),
  walletName: z.string(),
  walletUrl: z.string(),
  scopes: z.array(Askable).min(1),
  grantedAt: Instant,
  withdrawnAt: Instant.optional(),
});
export type Grant = z.infer<typeof Grant>;

/** An authorization code, which is bound to who may redeem it and how (RFC 6749 section 4.1.2, RFC 7636 section 4.4). */
export const AuthorizationCode = z.object({ codeHash: z.string(), grantId: z.uuid(), redirectUri: z.string(), challenge: z.string(), expiresAt: Instant, usedAt: Instant.optional() });
export type AuthorizationCode = z.infer<typeof AuthorizationCode>;

/** A refresh token: each is good once and brings the next (RFC 9700 section 4.14.2). */
export const RefreshToken = z.object({ tokenHash: z.string(), grantId: z.uuid(), expiresAt: Instant, usedAt: Instant.optional() });
export type RefreshToken = z.infer<typeof RefreshToken>;

/** How long they are good, in milliseconds. */
export const CODE_LIFETIME = 10 * 60 * 1000;
export const REFRESH_LIFETIME = 90 * 24 * 60 * 60 * 1000;
/** And access tokens, in seconds (Open Badges 3.0 section 7.1.2.4). */
export const ACCESS_LIFETIME = 3600;

/** RFC 6749 section 5.1. */
export const WalletTokens = z.object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int(), scope: z.string(), refresh_token: z.string().optional() });
export type WalletTokens = z.infer<typeof WalletTokens>;

/** A wallet that a learner let in. */
export const ConnectedWallet = Grant.pick({ id: true, scopes: true, grantedAt: true }).extend({ name: z.string(), url: z.string() });
export type ConnectedWallet = z.infer<typeof ConnectedWallet>;
