import { Instant } from '@laurel/events';
import { OAuthError } from '@laurel/http';
import { z } from 'zod';
import { askable, readable } from '../wallet-scope.js';

/** One line that people read. */
const Line = z.string().trim().min(1).max(200).regex(/^[^\p{C}\u2028\u2029]*$/u, 'must be one line');
const HttpsUrl = z.url({ protocol: /^https$/ }).max(2_000).refine((url) => new URL(url).username === '' && new URL(url).hash === '', 'must be https, without user or fragment');

/** What a wallet says of itself (RFC 7591 section 2, Open Badges 3.0 section 7.1.1); what it says beyond that is not looked at. */
export const RegisterWallet = z.object({
  client_name: Line,
  client_uri: HttpsUrl,
  logo_uri: HttpsUrl,
  tos_uri: HttpsUrl,
  policy_uri: HttpsUrl,
  software_id: Line,
  software_version: Line,
  redirect_uris: z.array(HttpsUrl).min(1).max(10),
  scope: z.string().max(2_000).transform((text) => askable(text).join(' ')).refine((text) => readable(askable(text)).length > 0, 'must name a scope that there is'),
  token_endpoint_auth_method: z.literal('client_secret_basic').default('client_secret_basic'),
  grant_types: z.array(z.enum(['authorization_code', 'refresh_token'])).min(1).max(2).refine((types) => types.includes('authorization_code'), 'must have authorization_code').default(['authorization_code']),
  response_types: z.array(z.literal('code')).length(1).default(['code']),
  contacts: z.array(Line).max(10).optional(),
});
export type RegisterWallet = z.infer<typeof RegisterWallet>;

/** A wallet that has registered, as every wallet can. */
export const Wallet = z.object({ id: z.uuid(), secretHash: z.string(), metadata: RegisterWallet, registeredAt: Instant });
export type Wallet = z.infer<typeof Wallet>;

/** The answer to it: what it said as far as it was taken, and its secret, which is shown this once (RFC 7591 section 3.2.1). */
export const RegisteredWallet = RegisterWallet.extend({ scope: z.string(), client_id: z.uuid(), client_secret: z.string(), client_id_issued_at: z.int(), client_secret_expires_at: z.literal(0) });
export type RegisteredWallet = z.infer<typeof RegisteredWallet>;

/** @throws OAuthError `invalid_redirect_uri`, `invalid_client_metadata` */
export function readRegistration(body: unknown): RegisterWallet {
  const { data, error } = RegisterWallet.safeParse(body);
  if (!data) {
    const { path = [], message = '' } = error.issues[0] ?? {};
    throw new OAuthError(path[0] === 'redirect_uris' ? 'invalid_redirect_uri' : 'invalid_client_metadata', `${path.join('.') || 'The body'}: ${message.replace(/["\\]/g, '')}.`);
  }
  const { client_uri, logo_uri, tos_uri, policy_uri, redirect_uris } = data;
  const { hostname } = new URL(client_uri);
  const isElsewhere = (url: string) => new URL(url).hostname !== hostname;
  if (redirect_uris.some(isElsewhere)) throw new OAuthError('invalid_redirect_uri', 'All URLs have the host of client_uri.');
  if ([logo_uri, tos_uri, policy_uri].some(isElsewhere)) throw new OAuthError('invalid_client_metadata', 'All URLs have the host of client_uri.');
  return data;
}
