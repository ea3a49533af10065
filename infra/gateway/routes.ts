import type { ServiceName } from '../deployment/services.js';

export interface Route {
  /** Whole path segments: `/v1/me` holds `/v1/me` and `/v1/me/record`, not `/v1/menu`; `/` holds itself alone. */
  prefix: string;
  service: ServiceName;
}

const route = (service: ServiceName, ...prefixes: string[]): Route[] => prefixes.map((prefix) => ({ prefix, service }));

/** Which service owns which path of the one origin (api.md); the longest prefix wins. */
export const ROUTES: readonly Route[] = [
  ...route('provider-registry', '/v1/providers', '/v1/accreditations', '/v1/achievements', '/oauth', '/.well-known', '/problems', '/docs', '/'),
  ...route('learner-records', '/v1/outcomes', '/v1/sign-in', '/v1/me', '/ims', '/oauth/learners', '/.well-known/oauth-authorization-server/oauth/learners'),
  ...route('credential-issuance', '/v1/credentials', '/v1/me/clr', '/ims/ob/v3p0/credentials', '/v1/credential-types', '/v1/status-lists', '/v1/token-status-lists', '/v1/issuers', '/issuers', '/vocab', '/credentials/derive', '/profiles/proof-only/issuers'),
  ...route('verification', '/v1/verifications', '/v1/presentations', '/credentials', '/presentations', '/profiles', '/1.0'),
  ...route('notifications', '/v1/me/messages'),
];

const holds = (prefix: string, path: string): boolean => path === prefix || (prefix !== '/' && path.startsWith(`${prefix}/`));

/** The route of a path (without its query), or undefined when it leads nowhere. */
export function routeOf(path: string, routes: readonly Route[] = ROUTES): Route | undefined {
  return routes
    .filter(({ prefix }) => holds(prefix, path))
    .reduce<Route | undefined>((longest, route) => (longest && longest.prefix.length >= route.prefix.length ? longest : route), undefined);
}
