import { Injectable } from '@nestjs/common';
import { AUDIENCE, InvalidToken, OAuthError, signAccessToken, verifyStrict } from '@laurel/http';
import { Clock, Database, newId, type Transaction } from '@laurel/runtime';
import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { SignInSettings } from '../../sign-in/sign-ins.js';
import type { Wallet } from '../registration/wallet.js';
import { hashOf, newSecret } from '../secret.js';
import { askable, OFFLINE, readable, type Askable } from '../wallet-scope.js';
import { ACCESS_LIFETIME, REFRESH_LIFETIME, type Grant, type WalletTokens as Tokens } from './grant.js';
import { AuthorizationCodeTable, GrantTable, RefreshTokenTable } from './grant.table.js';
import { Grants } from './grants.js';
import type { WalletTokenRequest } from './wallet-token-request.js';

const ISSUER = 'learner-records';
/** What was wrong is not told: who holds a stolen code or token learns nothing. */
const REFUSED = new OAuthError('invalid_grant', 'The code or token is unknown, used, expired, taken back, or of another wallet or redirect_uri.');

/** Tokens of wallets: for the code of a consent, or for a refresh token. */
@Injectable()
export class WalletTokens {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly grants: Grants,
    private readonly settings: SignInSettings,
  ) {}

  /** @throws OAuthError */
  async issue(request: WalletTokenRequest, wallet: Wallet): Promise<Tokens> {
    const issued = await this.database.asPipeline(async (tx) => {
      const grant = request.grant === 'authorization_code' ? await this.redeem(tx, request, wallet) : await this.refresh(tx, request.token, wallet);
      if (!grant) return undefined;
      const scopes = narrowed(grant.scopes, request.scope);
      return { grant, scopes, refreshToken: grant.scopes.includes(OFFLINE) && wallet.metadata.grant_types.includes('refresh_token') ? await this.nextToken(tx, grant) : undefined };
    });
    // thrown outside, so that a grant that a stolen secret ended stays ended
    if (!issued) throw REFUSED;
    const { grant, scopes, refreshToken } = issued;
    return {
      access_token: this.accessToken(grant, scopes), token_type: 'Bearer', expires_in: ACCESS_LIFETIME, scope: scopes.join(' '), ...(refreshToken !== undefined && { refresh_token: refreshToken }),
    };
  }

  /** Ends what a token stands for, if it is one of this wallet's (RFC 7009 section 2.1). */
  revoke(token: string, wallet: Wallet): Promise<void> {
    return this.database.asPipeline(async (tx) => {
      const known = await tx.findOneBy(RefreshTokenTable, { tokenHash: hashOf(token) });
      const id = known?.grantId ?? this.grantOf(token);
      const grant = id === undefined ? undefined : await tx.findOneBy(GrantTable, { id, walletId: wallet.id });
      if (grant) await this.grants.withdraw(tx, grant);
    });
  }

  private async redeem(tx: Transaction, { code, redirectUri, verifier }: Extract<WalletTokenRequest, { grant: 'authorization_code' }>, wallet: Wallet): Promise<Grant | undefined> {
    const known = await tx.findOne(AuthorizationCodeTable, { where: { codeHash: hashOf(code) }, lock: { mode: 'pessimistic_write' } });
    if (known?.redirectUri !== redirectUri || known.challenge !== hashOf(verifier)) return undefined;
    const grant = await this.use(tx, known, wallet);
    if (grant) await tx.update(AuthorizationCodeTable, known.codeHash, { usedAt: this.now });
    return grant;
  }

  private async refresh(tx: Transaction, token: string, wallet: Wallet): Promise<Grant | undefined> {
    const known = await tx.findOne(RefreshTokenTable, { where: { tokenHash: hashOf(token) }, lock: { mode: 'pessimistic_write' } });
    const grant = known ? await this.use(tx, known, wallet) : undefined;
    if (known && grant) await tx.update(RefreshTokenTable, known.tokenHash, { usedAt: this.now });
    return grant;
  }

  /** The grant behind what is good once. Who uses it twice, or another after them, may have stolen it: the grant ends (RFC 9700 section 4.14.2). */
  private async use(tx: Transaction, { grantId, expiresAt, usedAt }: { grantId: string; expiresAt: string; usedAt?: string | null }, wallet: Wallet): Promise<Grant | undefined> {
    const grant = await tx.findOneBy(GrantTable, { id: grantId, walletId: wallet.id });
    if (!grant || grant.withdrawnAt || expiresAt <= this.now) return undefined;
    if (!usedAt) return grant;
    await this.grants.withdraw(tx, grant);
    return undefined;
  }

  private async nextToken(tx: Transaction, { id: grantId }: Grant): Promise<string> {
    const token = newSecret();
    await tx.insert(RefreshTokenTable, { tokenHash: hashOf(token), grantId, expiresAt: new Date(this.clock.now().getTime() + REFRESH_LIFETIME).toISOString() });
    return token;
  }

  private accessToken({ id, learnerId, walletId }: Grant, scopes: readonly Askable[]): string {
    const iat = Math.floor(this.clock.now().getTime() / 1000);
    return signAccessToken(this.settings.config.LEARNER_TOKEN_KEY, {
      iss: ISSUER, sub: learnerId, aud: AUDIENCE, iat, exp: iat + ACCESS_LIFETIME, jti: newId(), scope: readable(scopes).join(' '), client_id: walletId, grant_id: id,
    });
  }

  private grantOf(token: string): string | undefined {
    const { kty, crv, x, y, kid: own } = this.settings.config.LEARNER_TOKEN_KEY;
    try {
      return verifyStrict(token, (kid) => (kid === own ? { issuer: ISSUER, key: createPublicKey({ key: { kty, crv, x, y } as JsonWebKey, format: 'jwk' }) } : undefined), this.clock.now().getTime()).grant_id;
    } catch (error) {
      if (error instanceof InvalidToken) return undefined;
      throw error;
    }
  }

  private get now(): string {
    return this.clock.now().toISOString();
  }
}

/** What was granted, or the part of it that is asked for. @throws OAuthError `invalid_scope` */
function narrowed(granted: readonly Askable[], asked: string | undefined): readonly Askable[] {
  if (asked === undefined) return granted;
  const wanted = askable(asked);
  if (wanted.length !== new Set(asked.split(' ')).size || !wanted.every((scope) => granted.includes(scope)) || readable(wanted).length === 0) {
    throw new OAuthError('invalid_scope', `The learner granted ${granted.join(' ')}.`);
  }
  return wanted;
}
