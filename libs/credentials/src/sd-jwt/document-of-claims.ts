import { CREDENTIALS_V2 } from '../contexts/context-urls.js';
import type { Json, JsonObject } from '../document/json.js';
import { given, withoutRegistered } from '../jose/claims.js';

/**
 * The credential that an SD-JWT VC is about, in the shape of VC Data Model 2.0. Ours carry one as their claims, as a vc+jwt
 * does. Of others the claims of the token become its members, and all else is said about its subject.
 */
export function documentOfClaims(claims: JsonObject): JsonObject {
  const content = withoutRegistered(claims);
  if (content['@context'] !== undefined) return content;
  const { iss, sub, jti, nbf, exp } = claims;
  return given({
    '@context': [CREDENTIALS_V2],
    id: typeof jti === 'string' && /^[a-z][a-z0-9+.-]*:/i.test(jti) ? jti : undefined,
    type: ['VerifiableCredential'],
    issuer: iss,
    validFrom: dateTime(nbf),
    validUntil: dateTime(exp),
    credentialSubject: { ...content, ...given({ id: sub }) },
  });
}

/** A NumericDate as date and time; undefined for what is none. */
const dateTime = (value: Json | undefined): string | undefined => (typeof value === 'number' && Math.abs(value) < 8.64e12 ? new Date(value * 1_000).toISOString() : undefined);
