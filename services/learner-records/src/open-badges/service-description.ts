import { READ_CREDENTIALS, READ_PROFILE, WalletScope } from '@laurel/http';
import type { PublicOrigin } from '@laurel/runtime';
import { Askable, MEANING } from '../wallets/wallet-scope.js';
import { walletEndpoints } from '../wallets/wallet-endpoints.js';
import type { CityIdentity } from './city-identity.js';

const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const refused = Object.fromEntries([[400, 'The request cannot be served.'], [401, 'There is no valid token.'], [403, 'The token is for something else.'], [500, 'Something went wrong here.']].map(([status, description]) => (
  [status, { description, ...json(ref('Imsx_StatusInfo')) }])));
const text = { type: 'string' };
const header = (description: string) => ({ description, schema: text });
const parameter = (name: string, description: string, schema: object) => ({ name, in: 'query', description, required: false, schema });
const reads = (operationId: string, summary: string, scope: WalletScope, ok: object, more: object = {}) => ({ get: { operationId, summary, tags: ['OpenBadgeCredentials'], security: [{ OAuth2ACG: [scope] }], ...more, responses: { 200: ok, ...refused } } });

/**
 * The Service Description Document (Open Badges 3.0 section 6.3, appendix B.4.1): what of the API is offered here, reading,
 * and where a wallet gets its tokens. Writing is not offered: credentials of others are not kept here.
 */
export function serviceDescription(origin: PublicOrigin, { name, termsUrl, privacyUrl }: CityIdentity) {
  const endpoints = walletEndpoints(origin);
  const [termsOfService, privacy] = [termsUrl ?? endpoints.about, privacyUrl ?? endpoints.about];
  const strings = { type: 'array', items: text };
  return {
    openapi: '3.0.3',
    info: { title: name, version: '3.0', description: 'Open Badges 3.0 API: reading. upsertCredential and putProfile are not offered.', termsOfService, 'x-imssf-privacyPolicyUrl': privacy },
    servers: [{ url: `${origin.url}/ims/ob/v3p0` }],
    paths: {
      '/discovery': { get: { operationId: 'getServiceDescription', summary: 'This document', tags: ['Discovery'], responses: { 200: { description: 'This document', ...json({ type: 'object' }) } } } },
      '/credentials': reads('getCredentials', 'The credentials of the learner', READ_CREDENTIALS, {
        description: 'Those that stand', headers: { 'X-Total-Count': header('how many there are'), Link: header('first, last, next and prev') }, ...json(ref('GetOpenBadgeCredentialsResponse')),
      }, { parameters: [
        parameter('limit', 'how many at most', { type: 'integer', minimum: 1 }), parameter('offset', 'the first, counted from 0', { type: 'integer', minimum: 0 }),
        parameter('since', 'only what was issued after this instant', { type: 'string', format: 'date-time' }),
      ] }),
      '/profile': reads('getProfile', 'Who the learner is', READ_PROFILE, { description: 'The profile', ...json(ref('Profile')) }),
    },
    components: {
      securitySchemes: {
        OAuth2ACG: {
          type: 'oauth2', description: 'OAuth 2.0 authorization code grant with PKCE (S256)', 'x-imssf-name': name, 'x-imssf-registrationUrl': endpoints.registration,
          'x-imssf-privacyPolicyUrl': privacy, 'x-imssf-termsOfServiceUrl': termsOfService,
          flows: { authorizationCode: {
            authorizationUrl: endpoints.authorization, tokenUrl: endpoints.token, refreshUrl: endpoints.token,
            scopes: Object.fromEntries(Askable.options.map((scope) => [scope, MEANING[scope]])),
          } },
        },
      },
      schemas: {
        GetOpenBadgeCredentialsResponse: { type: 'object', properties: { credential: { type: 'array', items: { type: 'object' } }, compactJwsString: strings } },
        Profile: { type: 'object', required: ['id', 'type'], properties: { '@context': strings, id: text, type: strings, email: text } },
        Imsx_StatusInfo: { type: 'object', required: ['imsx_codeMajor', 'imsx_severity'], properties: { imsx_codeMajor: text, imsx_severity: text, imsx_description: text, imsx_codeMinor: { type: 'object' } } },
      },
    },
  };
}

/** Authorization server metadata (RFC 8414 section 2). */
export function authorizationServer(origin: PublicOrigin, { termsUrl, privacyUrl }: CityIdentity) {
  const { registration, authorization, token, revocation, jwks, about } = walletEndpoints(origin);
  return {
    issuer: `${origin.url}/oauth/learners`, registration_endpoint: registration, authorization_endpoint: authorization, token_endpoint: token, revocation_endpoint: revocation, jwks_uri: jwks,
    scopes_supported: Askable.options, response_types_supported: ['code'], grant_types_supported: ['authorization_code', 'refresh_token'], code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic'], revocation_endpoint_auth_methods_supported: ['client_secret_basic'], authorization_response_iss_parameter_supported: true,
    op_tos_uri: termsUrl ?? about, op_policy_uri: privacyUrl ?? about,
  };
}
