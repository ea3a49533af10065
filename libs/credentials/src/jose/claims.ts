import { CLOCK_SKEW_MS } from '../checks/dates.js';
import { CredentialError } from '../credential-error.js';
import { isVersion1, issuerId } from '../document/credential.js';
import { subjectIds } from '../document/presentation.js';
import { type Json, type JsonObject, isObject } from '../document/json.js';
import { DateTimeStamp } from '../proof/proof.js';
import { fault, type Fault } from '../words/fault.js';

/** The claims that a token has beside the credential or presentation which it secures. */
const REGISTERED: ReadonlySet<string> = new Set(['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'nonce', 'cnf', 'vct', 'vct#integrity', 'aka_vcts', 'status']);

/** What is secured: the claims without those of the token (VC-JOSE-COSE section 3.1.1: the payload is the credential). */
export const withoutRegistered = (claims: JsonObject): JsonObject => Object.fromEntries(Object.entries(claims).filter(([name]) => !REGISTERED.has(name)));

/**
 * A credential as the claims of a token, with what it says of itself once more in the words of RFC 7519 section 4.1 (Open
 * Badges 3.0 section 8.2.4 wants them all). Throws `invalid-structure` for one without issuer, with proofs, or with a member
 * that would be a claim: whatever its contexts call `exp`, to the reader of a token it is when that ends.
 */
export function credentialClaims(document: JsonObject, issuedAt: Date): JsonObject {
  const iss = issuerId(document);
  if (iss === undefined) throw new CredentialError('invalid-structure', 'a credential has an issuer', '/issuer');
  if (document.proof !== undefined) throw new CredentialError('invalid-structure', 'what is secured as a token has no proof inside', '/proof');
  const claim = Object.keys(document).find((name) => REGISTERED.has(name) || name === 'vc' || name === 'vp');
  if (claim !== undefined) throw new CredentialError('invalid-structure', `in a token ${claim} is a claim, and means something else`, `/${claim}`);
  const { from, until } = period(document);
  return { ...document, ...given({ iss, sub: onlyOne(subjectIds(document)), jti: textOf(document.id), nbf: from, exp: until, iat: Math.floor(issuedAt.getTime() / 1_000) }) };
}

/** Members that have a value. */
export const given = (members: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(Object.entries(members).filter((member): member is [string, Json] => member[1] !== undefined));

/**
 * Where a token says twice what its content says too, but something else: the words people read must be the ones that
 * other verifiers decide by (VC-JOSE-COSE sections 3.1.3 and 4.1). Times are compared in whole seconds; that they are times
 * is for `timeFault` to say. A proof inside a token would be another thing said about it, that nobody looks at.
 */
export function conflicts(claims: JsonObject, document: JsonObject): Fault[] {
  const { from, until, fromMember, untilMember } = period(document);
  const holder = textOf(document.holder) ?? (isObject(document.holder) ? textOf(document.holder.id) : undefined);
  const subjects = subjectIds(document);
  const pairs: [claim: string, member: string, agrees: (claim: Json) => boolean, applies: boolean][] = [
    ['iss', 'issuer', (iss) => iss === issuerId(document), document.issuer !== undefined],
    ['iss', 'holder', (iss) => iss === holder, document.issuer === undefined && holder !== undefined],
    ['jti', 'id', (jti) => jti === document.id, document.id !== undefined],
    ['sub', 'credentialSubject.id', (sub) => subjects.some((id) => id === sub), subjects.length > 0],
    ['nbf', fromMember, (nbf) => typeof nbf !== 'number' || Math.floor(nbf) === from, from !== undefined],
    ['exp', untilMember, (exp) => typeof exp !== 'number' || Math.floor(exp) === until, until !== undefined],
  ];
  const found = pairs.flatMap(([claim, member, agrees, applies]) => {
    const value = claims[claim];
    return value === undefined || !applies || agrees(value) ? [] : [fault('conflicting-claim', { claim, member })];
  });
  return document.proof === undefined ? found : [...found, fault('proof-inside-token')];
}

/** When a token says that it was signed, in milliseconds since the epoch. */
export const signedAt = ({ iat }: JsonObject): number | undefined => instantOf(iat) ?? inWords(iat);

/** Whether a token is none any more, or not yet, at `now` (RFC 7519 section 4.1); whoever made it may be a minute ahead. */
export function timeFault(claims: JsonObject, now: Date): Fault | undefined {
  const times = { exp: instantOf(claims.exp), nbf: instantOf(claims.nbf), iat: signedAt(claims) };
  for (const claim of ['exp', 'nbf', 'iat'] as const) if (claims[claim] !== undefined && times[claim] === undefined) return fault('invalid-claim', { claim });
  if (times.exp !== undefined && times.exp < now.getTime()) return fault('proof-expired', { expires: new Date(times.exp).toISOString() });
  const latest = Math.max(times.nbf ?? -Infinity, times.iat ?? -Infinity);
  return latest > now.getTime() + CLOCK_SKEW_MS ? fault('token-not-yet-valid', { from: new Date(latest).toISOString() }) : undefined;
}

/** Seconds since 1970 (RFC 7519 section 2, NumericDate) as milliseconds. */
const instantOf = (value: Json | undefined): number | undefined => (typeof value === 'number' && Math.abs(value) < 8.64e12 ? value * 1_000 : undefined);

/** Of `iat`, which decides little, W3C's own VC-JOSE-COSE suite has date and time in words. */
const inWords = (value: Json | undefined): number | undefined => (DateTimeStamp.safeParse(value).success ? Date.parse(String(value)) : undefined);

function period(document: JsonObject) {
  const [fromMember, untilMember] = isVersion1(document) ? (['issuanceDate', 'expirationDate'] as const) : (['validFrom', 'validUntil'] as const);
  return { from: seconds(document[fromMember]), until: seconds(document[untilMember]), fromMember, untilMember };
}

/** A date and time as a NumericDate, cut to whole seconds. */
const seconds = (value: Json | undefined): number | undefined => (DateTimeStamp.safeParse(value).success ? Math.floor(Date.parse(String(value)) / 1_000) : undefined);


const onlyOne = <Item>(items: readonly Item[]): Item | undefined => (items.length === 1 ? items[0] : undefined);

const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
