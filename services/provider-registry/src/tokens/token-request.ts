import { OAuthError, readBasic, readForm } from '@laurel/http';
import { z } from 'zod';

export const TokenResponse = z.object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int(), scope: z.string() });
export type TokenResponse = z.infer<typeof TokenResponse>;

export interface TokenRequest {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope?: string;
}

/** Reads a client credentials request with client_secret_basic (RFC 6749 sections 2.3.1 and 4.4.2). @throws OAuthError */
export function readTokenRequest(form: unknown, authorization: string | undefined): TokenRequest {
  const parameters = readForm(form);
  const grant = parameters.get('grant_type');
  if (grant === undefined) throw new OAuthError('invalid_request', 'The parameter grant_type is missing.');
  if (grant !== 'client_credentials') throw new OAuthError('unsupported_grant_type', 'Only grant_type=client_credentials is known here.');
  const scope = parameters.get('scope');
  return { ...readBasic(authorization), ...(scope === undefined ? {} : { scope }) };
}
