import { describe, expect, it } from '@jest/globals';
import { routeOf } from './routes.js';

describe('routeOf', () => {
  it.each([
    ['/v1/providers', 'provider-registry'],
    ['/v1/providers/0190/decisions', 'provider-registry'],
    ['/v1/accreditations/0190/withdrawal', 'provider-registry'],
    ['/v1/achievements/0190/versions', 'provider-registry'],
    ['/oauth/token', 'provider-registry'],
    ['/.well-known/oauth-authorization-server', 'provider-registry'],
    ['/v1/outcomes/batch', 'learner-records'],
    ['/v1/sign-in', 'learner-records'],
    ['/v1/sign-in/codes', 'learner-records'],
    ['/v1/me/record', 'learner-records'],
    ['/v1/me/messages', 'notifications'],
    ['/v1/me/messages/0190', 'notifications'],
    ['/v1/credentials/0190', 'credential-issuance'],
    ['/v1/me/clr', 'credential-issuance'],
    ['/ims/ob/v3p0/credentials', 'credential-issuance'],
    ['/ims/ob/v3p0/discovery', 'learner-records'],
    ['/oauth/learners/token', 'learner-records'],
    ['/.well-known/oauth-authorization-server/oauth/learners', 'learner-records'],
    ['/v1/me/wallets/0190', 'learner-records'],
    ['/ims/ob/v3p0/profile', 'learner-records'],
    ['/v1/status-lists/0190', 'credential-issuance'],
    ['/v1/issuers/0190', 'credential-issuance'],
    ['/issuers/0190/did.json', 'credential-issuance'],
    ['/vocab/forms-of-learning', 'credential-issuance'],
    ['/v1/verifications', 'verification'],
    ['/', 'provider-registry'],
  ])('%s belongs to %s', (path, service) => {
    expect(routeOf(path)?.service).toBe(service);
  });

  it.each(['/nowhere', '/v1', '/v2/providers', '/v1/providersx', '/V1/providers', '//v1/providers', '/v1%2Fproviders'])('%s leads nowhere', (path) => {
    expect(routeOf(path)).toBeUndefined();
  });
});
