import type { ProofContext, ProofExpectations, ProofOutcome } from '../checks/proofs.js';
import { didJwkVerificationMethod } from '../did/did-jwk.js';
import { didKeyVerificationMethod } from '../did/did-key.js';
import { isResolved } from '../did/key-resolution.js';
import { isObject, type JsonObject } from '../document/json.js';
import type { Signer } from '../keys/signature.js';
import { fault, type Fault } from '../words/fault.js';
import { timeFault } from './claims.js';
import { headerFault, invalidToken, type Jws, type JwsHeader, readJson, readJws, signatureFault, signJws } from './jws.js';

/** A JSON Web Token (RFC 7519), taken apart; nothing about it is verified. */
export interface Jwt {
  readonly header: JwsHeader;
  readonly claims: JsonObject;
  readonly jws: Jws;
}

/** Takes a token apart. Throws `invalid-token` for what is no JWS, or has no JSON object inside. */
export function readJwt(text: string): Jwt {
  const jws = readJws(text);
  const claims = readJson(jws.payload);
  if (!isObject(claims)) throw invalidToken('its content is not a JSON object');
  return { header: jws.header, claims, jws };
}

/** A token over these claims, under the signer's verification method. Throws `signature-mismatch`. */
export const signJwt = (header: { readonly typ: string; readonly cty?: string }, claims: JsonObject, signer: Signer): Promise<string> =>
  signJws({ ...header, kid: signer.verificationMethod }, JSON.stringify(claims), signer);

/** The media types that a token may name in its header, each without `application/` (RFC 7515 sections 4.1.9 and 4.1.10). */
export interface TokenTypes {
  /** The first is the proper one. */
  readonly typ: readonly [string, ...string[]];
  readonly cty?: readonly string[];
  /** Whether a token without `typ` is one of these (RFC 8725 section 3.11 advises against it). */
  readonly untyped?: boolean;
}

/** Whether a token says that it is something else; no token of one kind may pass as another (RFC 8725 section 3.12). */
export function typeFault({ typ, cty }: JwsHeader, types: TokenTypes): Fault | undefined {
  const wanted = types.typ[0];
  if (typ === undefined ? !types.untyped : !types.typ.includes(mediaType(typ))) return fault('wrong-token-type', { found: typ ?? 'none', wanted });
  if (cty !== undefined && !types.cty?.includes(mediaType(cty))) return fault('wrong-token-type', { found: cty, wanted: types.cty?.[0] ?? wanted });
  return undefined;
}

export const mediaType = (name: string): string => name.toLowerCase().replace(/^application\//, '');

/**
 * The verification method of the key that is said to have signed: `kid`, as a DID URL or as the fragment of one below `iss`;
 * without it the one key of a did:key or did:jwk (VC-JOSE-COSE section 4.1). Undefined if nothing says which.
 */
export function verificationMethodOf({ header: { kid }, claims: { iss } }: Jwt): string | undefined {
  const issuer = typeof iss === 'string' ? iss : undefined;
  if (kid === undefined) return issuer === undefined ? undefined : onlyKeyOf(issuer);
  if (/^[a-z][a-z0-9+.-]*:/i.test(kid)) return kid.includes('#') ? kid : (onlyKeyOf(kid) ?? kid);
  return issuer === undefined ? undefined : `${issuer}#${kid.replace(/^#/, '')}`;
}

function onlyKeyOf(did: string): string | undefined {
  if (did.startsWith('did:key:')) return didKeyVerificationMethod(did);
  return did.startsWith('did:jwk:') ? didJwkVerificationMethod(did) : undefined;
}

/** When, by whose keys and for what a token is verified; `challenge` is its `nonce`, `domain` its `aud`. */
export type TokenContext = Pick<ProofContext, 'now' | 'resolveKey' | 'expected'>;

/**
 * Verifies a token: what its header asks for, its key, its signature; then what was found wrong when it was opened, its times
 * and for whom it is. Its outcome has the form of a proof's: what every proof must be, a token must be.
 */
export async function verifyJwt(token: Jwt & { readonly faults: readonly Fault[] }, { now, resolveKey, expected }: TokenContext): Promise<ProofOutcome> {
  const { header, claims, jws, faults } = token;
  const verificationMethod = verificationMethodOf(token);
  const key = verificationMethod === undefined ? fault('no-key-named') : await resolveKey(verificationMethod, expected.purpose);
  const found = headerFault(header) ?? (isResolved(key) ? signatureFault(jws, key.publicKey) : key) ?? faults[0] ?? timeFault(claims, now) ?? audienceFault(claims, expected);
  return { pointer: '', ...(verificationMethod !== undefined && { verificationMethod }), ...(isResolved(key) && { controller: key.controller }), ...(found && { fault: found }) };
}

/** Whether a token was made for somebody else, or answers another challenge. */
export function audienceFault({ nonce, aud }: JsonObject, { challenge, domain }: Omit<ProofExpectations, 'purpose'>): Fault | undefined {
  if (challenge !== undefined && nonce !== challenge) return fault('proof-challenge');
  const audience = [aud ?? []].flat();
  if (domain !== undefined && !audience.includes(domain)) return fault('proof-domain', { found: audience.join(', ') || 'nobody', wanted: domain });
  return undefined;
}
