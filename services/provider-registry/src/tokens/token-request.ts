import { z } from 'zod';

/** A refusal in the words of RFC 6749 section 5.2. */
export class OAuthError extends Error {
  constructor(
    readonly error: 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'invalid_scope',
    readonly description: string,
  ) {
    super(description);
  }
}

export const TokenResponse = z.object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int(), scope: z.string() });
export type TokenResponse = z.infer<typeof TokenResponse>;

export interface TokenRequest {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope?: string;
}

/** Reads a client credentials request with client_secret_basic (RFC 6749 sections 2.3.1 and 4.4.2). @throws OAuthError */
export function readTokenRequest(form: unknown, authorization: string | undefined): TokenRequest {
  if (!(form instanceof URLSearchParams)) throw new OAuthError('invalid_request', 'Send a form: Content-Type application/x-www-form-urlencoded.');
  const twice = [...new Set(form.keys())].find((name) => form.getAll(name).length > 1);
  if (twice !== undefined) throw new OAuthError('invalid_request', `The parameter ${twice.slice(0, 40)} stands twice.`);
  const grant = form.get('grant_type');
  if (!grant) throw new OAuthError('invalid_request', 'The parameter grant_type is missing.');
  if (grant !== 'client_credentials') throw new OAuthError('unsupported_grant_type', 'Only grant_type=client_credentials is known here.');
  const [, basic] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '') ?? [];
  if (basic === undefined) throw new OAuthError('invalid_client', 'Send the client id and secret by HTTP Basic.');
  const [clientId, clientSecret] = splitBasic(basic);
  const scope = form.get('scope');
  return { clientId, clientSecret, ...(scope ? { scope } : {}) };
}

/** Both parts are form-encoded before they are joined (RFC 6749 section 2.3.1). */
function splitBasic(basic: string): [string, string] {
  const text = Buffer.from(basic, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  try {
    if (colon > 0) return [decodeURIComponent(text.slice(0, colon)), decodeURIComponent(text.slice(colon + 1))];
  } catch {
    // a stray percent sign is no encoding: refused below like any wrong client
  }
  throw new OAuthError('invalid_client', 'The Basic credentials are not id:secret.');
}
