import { Injectable } from '@nestjs/common';
import { AUDIENCE, signAccessToken, type Scope, type SigningJwk } from '@laurel/http';
import { Clock, newId } from '@laurel/runtime';
import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { Clients } from '../clients/clients.js';
import type { Operator } from '../config.js';
import { OAuthError, type TokenRequest, type TokenResponse } from './token-request.js';

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
    const [scope, subject] = await this.authenticate(request);
    if (request.scope !== undefined && request.scope !== scope) throw new OAuthError('invalid_scope', `This client has the scope ${scope}.`);
    const iat = Math.floor(this.clock.now().getTime() / 1000);
    const access_token = signAccessToken(this.secrets.key, {
      iss: 'provider-registry', sub: subject, aud: AUDIENCE, iat, exp: iat + LIFETIME, jti: newId(), scope, client_id: request.clientId,
    });
    return { access_token, token_type: 'Bearer', expires_in: LIFETIME, scope };
  }

  private async authenticate({ clientId, clientSecret }: TokenRequest): Promise<[Scope, string]> {
    const { operator } = this.secrets;
    if (clientId === operator.clientId && sameText(clientSecret, operator.clientSecret)) return ['operator', operator.clientId];
    const providerId = z.uuid().safeParse(clientId).success ? await this.clients.authenticate(clientId, clientSecret) : undefined;
    if (providerId === undefined) throw new OAuthError('invalid_client', 'The client is unknown, its secret is wrong, or it may not act at the moment.');
    return ['provider', providerId];
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest();
/** Takes the same time whatever the difference. */
const sameText = (one: string, other: string) => timingSafeEqual(digest(one), digest(other));
