import { Injectable } from '@nestjs/common';
import { AUDIENCE, OAuthError, readScopes, signAccessToken, type Scope, type SigningJwk } from '@laurel/http';
import { Clock, newId } from '@laurel/runtime';
import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { Clients } from '../clients/clients.js';
import type { Operator } from '../config.js';
import type { TokenRequest, TokenResponse } from './token-request.js';

/** How long an access token of a machine is good, in seconds. */
const LIFETIME = 600;

/** The two secrets that sign and open: who the operator is, and the key of machines' tokens. */
export class TokenSecrets {
  constructor(
    readonly operator: Operator,
    readonly key: SigningJwk,
  ) {}
}

@Injectable()
export class Tokens {
  constructor(
    private readonly clients: Clients,
    private readonly secrets: TokenSecrets,
    private readonly clock: Clock,
  ) {}

  /** An access token for a machine. @throws OAuthError */
  async issue(request: TokenRequest): Promise<TokenResponse> {
    const { scopes, subject } = await this.authenticate(request);
    const scope = grant(scopes, request.scope).join(' ');
    const iat = Math.floor(this.clock.now().getTime() / 1000);
    const access_token = signAccessToken(this.secrets.key, {
      iss: 'provider-registry', sub: subject, aud: AUDIENCE, iat, exp: iat + LIFETIME, jti: newId(), scope, client_id: request.clientId,
    });
    return { access_token, token_type: 'Bearer', expires_in: LIFETIME, scope };
  }

  private async authenticate({ clientId, clientSecret }: TokenRequest): Promise<{ scopes: readonly Scope[]; subject: string }> {
    const { operator } = this.secrets;
    if (clientId === operator.clientId && sameText(clientSecret, operator.clientSecret)) return { scopes: ['operator'], subject: operator.clientId };
    const client = z.uuid().safeParse(clientId).success ? await this.clients.authenticate(clientId, clientSecret) : undefined;
    if (!client) throw new OAuthError('invalid_client', 'The client is unknown, its secret is wrong, or it may not act at the moment.');
    return { scopes: client.scopes, subject: client.providerId };
  }
}

/** What was asked for of what the client has; all of it when nothing was (RFC 6749 section 3.3). @throws OAuthError */
function grant(scopes: readonly Scope[], asked: string | undefined): readonly Scope[] {
  const wanted = asked === undefined ? scopes : readScopes(asked);
  if (!wanted?.every((scope) => scopes.includes(scope))) throw new OAuthError('invalid_scope', `This client has the scope ${scopes.join(' ')}.`);
  return wanted;
}

const digest = (text: string) => createHash('sha256').update(text).digest();
/** Takes the same time whatever the difference. */
const sameText = (one: string, other: string) => timingSafeEqual(digest(one), digest(other));
