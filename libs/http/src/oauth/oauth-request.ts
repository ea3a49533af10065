import { OAuthError } from './oauth-error.js';

/** A form as OAuth endpoints take it: each parameter at most once, an empty one as if not there (RFC 6749 section 3.2). @throws OAuthError */
export function readForm(form: unknown): ReadonlyMap<string, string> {
  if (!(form instanceof URLSearchParams)) throw new OAuthError('invalid_request', 'Send a form: Content-Type application/x-www-form-urlencoded.');
  const twice = [...new Set(form.keys())].find((name) => form.getAll(name).length > 1);
  if (twice !== undefined) throw new OAuthError('invalid_request', `The parameter ${twice.slice(0, 40)} stands twice.`);
  return new Map([...form].filter(([, value]) => value !== ''));
}

/** Client id and secret by client_secret_basic; both are form-encoded before they are joined (RFC 6749 section 2.3.1). @throws OAuthError */
export function readBasic(authorization: string | undefined): { readonly clientId: string; readonly clientSecret: string } {
  const [, basic] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '') ?? [];
  if (basic === undefined) throw new OAuthError('invalid_client', 'Send the client id and secret by HTTP Basic.');
  const text = Buffer.from(basic, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  try {
    if (colon > 0) return { clientId: decodeURIComponent(text.slice(0, colon)), clientSecret: decodeURIComponent(text.slice(colon + 1)) };
  } catch {
    // a stray percent sign is no encoding: refused below like any wrong client
  }
  throw new OAuthError('invalid_client', 'The Basic credentials are not id:secret.');
}
