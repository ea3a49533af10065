import { OAuthError, readForm } from '@laurel/http';

/** What a wallet sends to the token endpoint (Open Badges 3.0 sections 7.1.2.3 and 7.2.1). */
export type WalletTokenRequest =
  | { readonly grant: 'authorization_code'; readonly code: string; readonly redirectUri: string; readonly verifier: string; readonly scope?: string }
  | { readonly grant: 'refresh_token'; readonly token: string; readonly scope?: string };

/** code_verifier of RFC 7636 section 4.1. */
const VERIFIER = /^[A-Za-z0-9._~/+=-]{43,128}$/;

/** @throws OAuthError */
export function readWalletTokenRequest(form: unknown): WalletTokenRequest {
  const parameters = readForm(form);
  const needed = (name: string): string => {
    const value = parameters.get(name);
    if (value === undefined) throw new OAuthError('invalid_request', `The parameter ${name} is missing.`);
    return value;
  };
  const grant = needed('grant_type');
  const scope = parameters.has('scope') ? { scope: needed('scope') } : {};
  if (grant === 'refresh_token') return { grant, token: needed('refresh_token'), ...scope };
  if (grant !== 'authorization_code') throw new OAuthError('unsupported_grant_type', 'Only authorization_code and refresh_token are known here.');
  const verifier = needed('code_verifier');
  if (!VERIFIER.test(verifier)) throw new OAuthError('invalid_request', 'The code_verifier has 43 to 128 characters (RFC 7636 section 4.1).');
  return { grant, code: needed('code'), redirectUri: needed('redirect_uri'), verifier, ...scope };
}
