import type { ProofOutcome } from '../checks/proofs.js';
import { CredentialError } from '../credential-error.js';
import type { JsonObject } from '../document/json.js';
import { conflicts, credentialClaims, given } from '../jose/claims.js';
import { mediaType, type TokenContext, type TokenTypes, typeFault, verifyJwt } from '../jose/jwt.js';
import { type PublicKey, publicKeyToJwk, type SigningKeyType } from '../keys/public-key.js';
import type { Signer } from '../keys/signature.js';
import { type StatusListReference, statusReferenceOf } from '../status-list/token-status-list.js';
import { fault, type Fault } from '../words/fault.js';
import { undisclosable } from './disclosing/reserved.js';
import { documentOfClaims } from './document-of-claims.js';
import { keyBindingFault } from './key-binding.js';
import { readSdJwt, type SdJwt, signSdJwt } from './sd-jwt.js';

/** `dc+sd-jwt`, and its name until draft 6 of SD-JWT VC, which VC-JOSE-COSE (section 3.2.1) still has for credentials of W3C. */
const TYPES: TokenTypes = { typ: ['dc+sd-jwt', 'vc+sd-jwt', 'vc+ld+json+sd-jwt'], cty: ['vc', 'vc+ld+json'] };

/** What of an Open Badge its holder may keep back: who it is about, how it went, the evidence. */
export const DISCLOSABLE: readonly string[] = [
  '/sub',
  '/credentialSubject/id',
  '/credentialSubject/name',
  '/credentialSubject/identifier',
  '/credentialSubject/identifier/*',
  '/credentialSubject/result',
  '/credentialSubject/result/*',
  '/evidence',
  '/evidence/*',
];

export interface SdJwtVcOptions {
  readonly issuedAt: Date;
  /** The type of the credential: a URL or URN that stays (SD-JWT VC section 2.2.2.1). */
  readonly vct: string;
  /** Its place in a token status list. */
  readonly status?: StatusListReference;
  /** The key to which it is bound; without it anybody can present it. */
  readonly holderKey?: PublicKey<SigningKeyType>;
  /** JSON pointers to the claims that the holder may keep back, `*` for every element of an array. */
  readonly disclosable?: readonly string[];
}

/** An SD-JWT that secures a credential, opened: what it says as far as it is shown, whether or not it is true. */
export interface OpenedSdJwt extends SdJwt {
  /** What is secured, in the shape of VC Data Model 2.0: for every check that a document with a proof of its own gets. */
  readonly document: JsonObject;
}

/**
 * The credential as an SD-JWT VC (draft-ietf-oauth-sd-jwt-vc): its members are the claims, beside those of the token.
 * Throws `invalid-structure` for one without issuer, with proofs, or with claims that may not be disclosable, and
 * `signature-mismatch`.
 */
export async function signSdJwtVc(document: JsonObject, signer: Signer, { issuedAt, vct, status, holderKey, disclosable = DISCLOSABLE }: SdJwtVcOptions): Promise<string> {
  const fixed = disclosable.find((pointer) => undisclosable(pointer) !== undefined);
  if (fixed !== undefined) throw new CredentialError('invalid-structure', 'no holder may keep this back', fixed);
  const cnf = holderKey && { jwk: publicKeyToJwk(holderKey) as JsonObject };
  const claims = { ...credentialClaims(document, issuedAt), ...given({ vct, cnf, status: status && { status_list: { ...status } } }) };
  return signSdJwt({ typ: 'dc+sd-jwt' }, claims, disclosable, signer);
}

/** Opens a credential in an SD-JWT, without verifying its signatures. Throws `invalid-token` where there is nothing to read. */
export function openSdJwtVc(text: string): OpenedSdJwt {
  const opened = openSdJwt(text, TYPES);
  return { ...opened, faults: [...opened.faults, ...typeClaimFaults(opened)] };
}

/** An SD-JWT of one of these types, with what it secures and all that is wrong with it. */
export function openSdJwt(text: string, types: TokenTypes): OpenedSdJwt {
  const sdJwt = readSdJwt(text);
  const { header, claims, placed } = sdJwt;
  const document = documentOfClaims(claims);
  const wrong = typeFault(header, types);
  const fixed = placed.flatMap(({ pointer }) => undisclosable(pointer) ?? []).map((claim) => fault('claim-not-disclosable', { claim }));
  const status = claims.status !== undefined && !statusReferenceOf(claims) ? [fault('invalid-claim', { claim: 'status' })] : [];
  return { ...sdJwt, document, faults: [...(wrong ? [wrong] : []), ...sdJwt.faults, ...fixed, ...status, ...conflicts(claims, document)] };
}

/** An SD-JWT VC has a type of its own (SD-JWT VC section 2.2.2.1); a credential of W3C says in `@context` and `type` what it is. */
function typeClaimFaults({ header, claims }: SdJwt): Fault[] {
  const isW3c = mediaType(header.typ ?? '') !== 'dc+sd-jwt' && claims.vct === undefined && claims['@context'] !== undefined;
  return isW3c || (typeof claims.vct === 'string' && claims.vct !== '') ? [] : [fault('invalid-claim', { claim: 'vct' })];
}

/**
 * Verifies an opened credential: the issuer's signature, every disclosure, that the token says nothing else than the document,
 * and the holder's signature if there is one. With `challenge` (its nonce) or `domain` (its audience) there must be.
 */
export async function verifySdJwtVc(token: OpenedSdJwt, context: TokenContext): Promise<ProofOutcome> {
  const outcome = await verifyJwt(token, { ...context, expected: { purpose: 'assertionMethod' } });
  const found = outcome.fault ?? keyBindingFault(token, context);
  return { ...outcome, ...(found && { fault: found }) };
}
