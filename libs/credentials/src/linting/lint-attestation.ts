import { bundledContexts } from '../contexts/bundled-contexts.js';
import type { ContextSet } from '../contexts/context-set.js';
import { CredentialError, type CredentialErrorCode } from '../credential-error.js';
import type { Check, CheckName } from '../checks/check.js';
import { checkContexts } from '../checks/contexts.js';
import { checkDates } from '../checks/dates.js';
import { checkSchema } from '../checks/schema.js';
import { checkStructure } from '../checks/structure.js';
import { canonicalJson } from '../document/canonical-json.js';
import { issuerId } from '../document/credential.js';
import { type Json, type JsonObject, asList, below, isObject } from '../document/json.js';
import type { Profile } from '../document/profile.js';
import { type StatusPlace, statusEntries } from '../status-list/status-entry.js';
import { asLinted, type LintedCredential, refuseTooLarge } from './lint.js';

export interface AttestationRules {
  /** The DIDs under which the endpoint signs. */
  readonly issuers: readonly string[];
  /** The place that Laurel took for it; without one it may not name a place at all. */
  readonly place?: StatusPlace;
  readonly contexts?: ContextSet;
  /** `proof-only` lets contexts be written out. */
  readonly profile?: Profile;
}

const CODES: Partial<Record<CheckName, CredentialErrorCode>> = { contexts: 'refused-contexts', dates: 'invalid-dates', schema: 'invalid-open-badge' };

/** Names, whole or as the end of an IRI, by which verifiers know a list of status bits and a place in one. */
const STATUS_LIST = /(^|[/#:])(BitstringStatusList|StatusList2021|RevocationList2020|RevocationList2021)(Credential)?$/;
const STATUS_ENTRY = /(^|[/#:])(BitstringStatusList|StatusList2021|RevocationList2020|RevocationList2021)(Entry|Status)$/;

/**
 * What a provider may not have signed, however it words a credential (VC Data Model 2.0 or 1.1): what Laurel's own verifier
 * would refuse, another issuer, a proof already there, a list of status bits or a place in one. Throws CredentialError with
 * the pointer of the fault.
 */
export function refuseAttestation(document: JsonObject, { issuers, place, contexts = bundledContexts, profile = 'full' }: AttestationRules): void {
  refuseTooLarge(document);
  // When it holds is for its provider to say, as long as it says it well.
  const checks = [checkContexts(document, contexts, profile), checkStructure(document, profile), checkDates(document, new Date(0), 'proof-only'), checkSchema(document)];
  const bad = checks.find(({ result }) => result === 'failed');
  if (bad) throw refusalOf(bad);
  if (document.proof !== undefined) throw new CredentialError('invalid-structure', 'there is a proof already', '/proof');
  const issuer = issuerId(document) ?? '';
  if (!issuers.includes(issuer)) throw new CredentialError('invalid-structure', `the issuer is not ${issuers.join(' or ')}, in whose name is signed here`, '/issuer');
  refuseStatusLists(document);
  const entries = asList(document.credentialStatus);
  const given = place && canonicalJson(statusEntries(place)) === canonicalJson(entries);
  const stray = given ? -1 : entries.findIndex((entry) => isOfType(entry, STATUS_ENTRY));
  if (stray >= 0) throw new CredentialError('invalid-structure', 'places in status lists are given here: leave credentialStatus out', '/credentialStatus');
}

/** The last look before the signature under a provider's own words; Laurel's name is at stake as with its own. Throws as `refuseAttestation`, and `not-canonicalizable`. */
export async function lintAttestation(document: JsonObject, rules: AttestationRules): Promise<LintedCredential> {
  refuseAttestation(document, rules);
  return asLinted(document, rules.contexts ?? bundledContexts);
}

function refusalOf({ check, code, detail, pointer }: Check): CredentialError {
  return new CredentialError(code === 'refused-member' ? code : CODES[check] ?? 'invalid-structure', detail, pointer);
}

/** A list in the issuer's name could make good what was revoked: only Laurel makes them. */
function refuseStatusLists(document: JsonObject): void {
  const parts: readonly (readonly [string, Json])[] = [['', document], ...asList(document.credentialSubject).map((subject, at) => [below('/credentialSubject', at), subject] as const)];
  const list = parts.find(([, part]) => isOfType(part, STATUS_LIST));
  if (list) throw new CredentialError('invalid-structure', 'status lists are made by Laurel alone', `${list[0]}/type`);
}

const isOfType = (value: Json, name: RegExp): boolean => isObject(value) && asList(value.type).some((type) => typeof type === 'string' && name.test(type));
