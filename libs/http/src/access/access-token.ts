import jwt from 'jsonwebtoken';
import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { readScopes } from './scope.js';

/** `aud` of every access token: the one API that all services are. */
export const AUDIENCE = 'urn:laurel:api';
/** Leeway for a clock that runs ahead, in seconds. */
const LEEWAY = 60;

const Header = z.strictObject({ alg: z.literal('ES256'), typ: z.literal('at+jwt'), kid: z.string().max(200) });

/** Claims of an access token (RFC 9068 section 2.2). */
export const AccessTokenClaims = z.object({
  iss: z.string(),
  sub: z.uuid(),
  aud: z.literal(AUDIENCE),
  exp: z.int(),
  iat: z.int(),
  jti: z.uuid(),
  /** Scopes of one role, one space apart (RFC 9068 section 2.2.3). */
  scope: z.string().refine((text) => readScopes(text) !== undefined),
  /** The API client that asked, for machines. */
  client_id: z.uuid().optional(),
  /** What the learner granted a wallet, so that it can be withdrawn. */
  grant_id: z.uuid().optional(),
});
export type AccessTokenClaims = z.infer<typeof AccessTokenClaims>;

export interface TrustedKey {
  readonly key: KeyObject;
  /** The only `iss` that this key may speak for. */
  readonly issuer: string;
}

export class InvalidToken extends Error {
  override readonly name = 'InvalidToken';
}

/** A private JWK (RFC 7517) that signs tokens with ES256. */
export const SigningJwk = z.looseObject({ kty: z.literal('EC'), crv: z.literal('P-256'), kid: z.string().min(1), x: z.string(), y: z.string(), d: z.string() });
export type SigningJwk = z.infer<typeof SigningJwk>;

/** Signs an access token with ES256, `typ` at+jwt (RFC 9068 section 2.1). */
export function signAccessToken(jwk: SigningJwk, claims: AccessTokenClaims): string {
  const key = createPrivateKey({ key: jwk as JsonWebKey, format: 'jwk' });
  return jwt.sign(claims, key, { algorithm: 'ES256', keyid: jwk.kid, header: { alg: 'ES256', typ: 'at+jwt', kid: jwk.kid } });
}

/**
 * Checks an access token strictly (security.md): one fixed algorithm, a key of the local set only, no header member
 * beside alg, typ and kid (so no crit, jku, x5u, jwk), every claim there, nothing issued in the future.
 * @param now milliseconds since the epoch
 * @throws InvalidToken with the reason, for the log and not for the caller
 */
export function verifyStrict(token: string, keyOf: (kid: string) => TrustedKey | undefined, now: number): AccessTokenClaims {
  if (token.length > 4_096) throw new InvalidToken('too long');
  const decoded = jwt.decode(token, { complete: true });
  const header = Header.safeParse(decoded?.header);
  if (!header.success) throw new InvalidToken('header');
  const trusted = keyOf(header.data.kid);
  if (!trusted) throw new InvalidToken('unknown key');
  const seconds = Math.floor(now / 1000);
  let payload: unknown;
  try {
    payload = jwt.verify(token, trusted.key, { algorithms: ['ES256'], audience: AUDIENCE, issuer: trusted.issuer, clockTimestamp: seconds });
  } catch (error) {
    throw new InvalidToken(error instanceof Error ? error.message : 'signature');
  }
  const claims = AccessTokenClaims.safeParse(payload);
  if (!claims.success) throw new InvalidToken('claims');
  if (claims.data.iat > seconds + LEEWAY) throw new InvalidToken('issued in the future');
  return claims.data;
}
