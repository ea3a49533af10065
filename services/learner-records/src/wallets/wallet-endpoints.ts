import type { PublicOrigin } from '@laurel/runtime';

/** Who gives wallets their tokens: the `issuer` of its metadata (RFC 8414 section 2). */
export const issuerUrl = ({ url }: PublicOrigin): string => `${url}/oauth/learners`;

/** Where wallets ask. */
export const walletEndpoints = (origin: PublicOrigin) => ({
  registration: `${issuerUrl(origin)}/register`, authorization: `${issuerUrl(origin)}/authorize`, token: `${issuerUrl(origin)}/token`, revocation: `${issuerUrl(origin)}/revoke`,
  jwks: `${issuerUrl(origin)}/jwks.json`, about: `${issuerUrl(origin)}/about`,
});
