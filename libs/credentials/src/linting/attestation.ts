import { CREDENTIALS_V1, DATA_INTEGRITY_V1, DATA_INTEGRITY_V2 } from '../contexts/context-urls.js';
import { isVersion1 } from '../document/credential.js';
import { type JsonObject, asList } from '../document/json.js';
import { type StatusPlace, statusEntries } from '../status-list/status-entry.js';

/** What Laurel adds to a credential that a provider words itself. */
export interface AttestationFacts {
  /** Its id, where it brings none. */
  readonly id: string;
  /** Where its status will stand, if it gets one. */
  readonly place?: StatusPlace;
  /** Whether a Data Integrity proof will be put under it. */
  readonly embedded: boolean;
}

/**
 * Whether a credential gets a place in our status lists: what is signed in a provider's name must be revocable, unless
 * the provider does that in a way of its own. The words of VC Data Model 1.1 have no such entry.
 */
export const wantsPlace = (document: JsonObject): boolean => document.credentialStatus === undefined && !isVersion1(document);

/** A provider's own words as they will be signed. The context of 1.1 has no words for a Data Integrity proof, so that of its suites is added. */
export function completeAttestation(document: JsonObject, { id, place, embedded }: AttestationFacts): JsonObject {
  const contexts = asList(document['@context']);
  const bare = embedded && contexts[0] === CREDENTIALS_V1 && !contexts.some((url) => url === DATA_INTEGRITY_V1 || url === DATA_INTEGRITY_V2);
  return {
    ...document,
    ...(bare && { '@context': [...contexts, DATA_INTEGRITY_V2] }),
    ...(document.id === undefined && { id }),
    ...(place && { credentialStatus: statusEntries(place).map((entry) => ({ ...entry })) }),
  };
}
