import type { ProofOutcome } from '../checks/proofs.js';
import { asList, isObject, type JsonObject } from '../document/json.js';
import { isEnveloped } from '../envelopes/enveloped.js';
import type { Signer } from '../keys/signature.js';
import { fault } from '../words/fault.js';
import { given } from './claims.js';
import { readJwt, signJwt, type TokenContext, verifyJwt } from './jwt.js';
import { opened, type OpenedJwt } from './vc-jwt.js';

const TYPES = { typ: ['vp+jwt', 'vp+ld+json+jwt', 'vp+ld+jwt', 'jwt'], cty: ['vp', 'vp+ld+json'] } as const;

export interface VpJwtOptions {
  readonly issuedAt: Date;
  readonly expires?: Date;
  /** What the verifier asked to be answered, and who it is. */
  readonly nonce?: string;
  readonly audience?: string;
}

/** A presentation as a JWT (VC-JOSE-COSE 1.0 section 3.1.2), signed by its holder. Throws `signature-mismatch`. */
export function signVpJwt(presentation: JsonObject, signer: Signer, { issuedAt, expires, nonce, audience }: VpJwtOptions): Promise<string> {
  const [iat, exp] = [issuedAt, expires].map((instant) => instant && Math.floor(instant.getTime() / 1_000));
  const iss = isObject(presentation.holder) ? presentation.holder.id : presentation.holder;
  return signJwt({ typ: 'vp+jwt', cty: 'vp' }, { ...presentation, ...given({ iss, jti: presentation.id, iat, exp, nonce, aud: audience }) }, signer);
}

/** Opens a presentation in a JWT, without verifying it or what it presents. Throws `invalid-token` where there is nothing to read. */
export const openVpJwt = (text: string): OpenedJwt => openedPresentation(opened(readJwt(text), TYPES));

/** With its faults those of what it presents: each credential must be in an envelope or have a proof (VC-JOSE-COSE section 3.1.2). */
export function openedPresentation<Token extends Pick<OpenedJwt, 'document' | 'faults'>>(token: Token): Token {
  const unsecured = asList(token.document.verifiableCredential).some((each) => !isObject(each) || (each.proof === undefined && !isEnveloped(each)));
  return unsecured ? { ...token, faults: [...token.faults, fault('unsecured-credential')] } : token;
}

/** Verifies an opened presentation: its holder's signature, and that it answers `challenge` (its nonce) to `domain` (its audience). */
export const verifyVpJwt = (token: Omit<OpenedJwt, 'document'>, context: TokenContext): Promise<ProofOutcome> =>
  verifyJwt(token, { ...context, expected: { ...context.expected, purpose: 'authentication' } });
