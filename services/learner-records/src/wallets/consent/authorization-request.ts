import { OAuthError, type OAuthErrorCode } from '@laurel/http';
import type { Wallet } from '../registration/wallet.js';
import { askable, readable, type Askable } from '../wallet-scope.js';

/** The parameters of an authorization request (Open Badges 3.0 section 7.1.2.1), which the pages carry along. */
export const PARAMETERS = ['response_type', 'client_id', 'redirect_uri', 'scope', 'state', 'code_challenge', 'code_challenge_method'] as const;

/** As they came: an empty parameter is as if not there, one that stands twice is none (RFC 6749 section 3.1). */
export type Parameters = ReadonlyMap<string, string>;

/** A request of which it is certain where its answer may go. */
export interface Addressed {
  readonly wallet: Wallet;
  readonly redirectUri: string;
  readonly state: string | undefined;
}

/** A request that the learner can be asked about. */
export interface AuthorizationRequest extends Addressed {
  readonly scopes: readonly Askable[];
  readonly challenge: string;
}

/** Where the answer may go: undefined unless a wallet registered it, character for character (RFC 9700 section 2.1). */
export function addressed(parameters: Parameters, wallet: Wallet | undefined): Addressed | undefined {
  const redirectUri = parameters.get('redirect_uri');
  if (!wallet || redirectUri === undefined || !wallet.metadata.redirect_uris.includes(redirectUri)) return undefined;
  return { wallet, redirectUri, state: parameters.get('state') };
}

const refuse = (error: OAuthErrorCode, description: string): never => {
  throw new OAuthError(error, description);
};

/** @throws OAuthError to be told to the wallet */
export function readAuthorizationRequest(parameters: Parameters, to: Addressed): AuthorizationRequest {
  if (parameters.get('response_type') !== 'code') refuse(parameters.has('response_type') ? 'unsupported_response_type' : 'invalid_request', 'The response_type is code.');
  if (to.state === undefined || to.state.length > 1_000) refuse('invalid_request', 'A state of at most 1000 characters is needed.');
  if (parameters.get('code_challenge_method') !== 'S256') refuse('invalid_request', 'The code_challenge_method is S256.');
  const challenge = parameters.get('code_challenge') ?? '';
  if (!/^[\w-]{43}$/.test(challenge)) refuse('invalid_request', 'The code_challenge is a SHA-256 in base64url without padding.');
  const registered = askable(to.wallet.metadata.scope);
  const scopes = askable(parameters.get('scope') ?? '').filter((scope) => registered.includes(scope));
  if (readable(scopes).length === 0) refuse('invalid_scope', `This wallet registered ${registered.join(' ')}.`);
  return { ...to, scopes, challenge };
}

/** Where the browser goes with the answer; `iss` says whose it is (RFC 9207). */
export function answerUrl({ redirectUri, state }: Addressed, issuer: string, answer: Readonly<Record<string, string>>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries({ ...answer, ...(state !== undefined && { state }), iss: issuer })) url.searchParams.append(name, value);
  return url.href;
}
