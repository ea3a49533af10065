import type { ProofOutcome } from '../checks/proofs.js';
import { isObject, type JsonObject } from '../document/json.js';
import type { Signer } from '../keys/signature.js';
import { statusReferenceOf } from '../status-list/token-status-list.js';
import { fault, type Fault } from '../words/fault.js';
import { conflicts, credentialClaims, withoutRegistered } from './claims.js';
import { type Jwt, readJwt, signJwt, type TokenContext, type TokenTypes, typeFault, verifyJwt } from './jwt.js';

/** `vc+jwt`, its name in earlier drafts, and what Open Badges 3.0 (section 8.2.1) has instead, or leaves out. */
const TYPES: TokenTypes = { typ: ['vc+jwt', 'vc+ld+json+jwt', 'vc+ld+jwt', 'jwt'], cty: ['vc', 'vc+ld+json'], untyped: true };

/** A token that secures a credential or presentation, opened: what it says, whether or not it is true. */
export interface OpenedJwt extends Jwt {
  /** What is secured, without the claims of the token: for every check that a document with a proof of its own gets. */
  readonly document: JsonObject;
  /** What is wrong with the token but for its signature and times. */
  readonly faults: readonly Fault[];
}

/**
 * The credential as a JWT (VC-JOSE-COSE 1.0 section 3.1.1; Open Badges 3.0 section 8.2): it is the payload, with the claims
 * by which other verifiers decide. Throws `invalid-structure` for a credential without issuer or with proofs of its own, and
 * `signature-mismatch`.
 */
export const signVcJwt = async (document: JsonObject, signer: Signer, { issuedAt }: { readonly issuedAt: Date }): Promise<string> =>
  signJwt({ typ: 'vc+jwt', cty: 'vc' }, credentialClaims(document, issuedAt), signer);

/** Opens a credential in a JWT, without verifying it. Throws `invalid-token` where there is nothing to read. */
export const openVcJwt = (text: string): OpenedJwt => opened(readJwt(text), TYPES);

/** Verifies an opened credential (VC-JOSE-COSE section 5.1): its signature, and that the token says nothing else than the document. */
export const verifyVcJwt = (token: OpenedJwt, context: Omit<TokenContext, 'expected'>): Promise<ProofOutcome> =>
  verifyJwt(token, { ...context, expected: { purpose: 'assertionMethod' } });

/** A token of one of these types, with what it secures and all that is wrong with it. */
export function opened(jwt: Jwt, types: TokenTypes): OpenedJwt {
  const { header, claims } = jwt;
  const document = securedIn(claims);
  const wrong = typeFault(header, types);
  const wrapped = ['vc', 'vp'].filter((claim) => claims[claim] !== undefined).map((claim) => fault('unsupported-claim', { claim }));
  const replicated = header.iss === undefined || header.iss === claims.iss ? [] : [fault('conflicting-claim', { claim: 'iss', member: 'the header' })];
  const status = claims.status !== undefined && !statusReferenceOf(claims) ? [fault('invalid-claim', { claim: 'status' })] : [];
  return { ...jwt, document, faults: [...(wrong ? [wrong] : []), ...wrapped, ...status, ...replicated, ...conflicts(claims, document)] };
}

/** VC Data Model 1.1 section 6.3.1 had the credential in `vc`: refused, but shown, so that all else about it can be told. */
function securedIn(claims: JsonObject): JsonObject {
  const wrapped = claims['@context'] === undefined ? (claims.vc ?? claims.vp) : undefined;
  return isObject(wrapped) ? wrapped : withoutRegistered(claims);
}
