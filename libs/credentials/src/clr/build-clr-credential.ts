import type { AchievementFacts, IssuerProfile } from '../achievement/achievement-facts.js';
import { compact, identifierMember, issuerMember } from '../achievement/members.js';
import { CLR, CREDENTIALS_V2, OPEN_BADGES } from '../contexts/context-urls.js';
import type { JsonObject } from '../document/json.js';
import { type StatusPlace, statusEntries } from '../status-list/status-entry.js';
import type { AssociationType } from './associations.js';

/** All that a learner record says, gathered before it is built. Instants end in Z. */
export interface ClrFacts {
  /** UUID; the credential's id is `urn:uuid:` and this. */
  readonly credentialId: string;
  readonly issuer: IssuerProfile;
  /** The learner, under the same id as in the parts, and a salt of this credential's own. */
  readonly subject: AchievementFacts['subject'];
  readonly name: string;
  /** The credentials in the record, each as it was signed: with its proof, or as a compact JWS. */
  readonly parts: readonly (JsonObject | string)[];
  /** Whether the issuer knows of more about this learner than what is in the record. */
  readonly partial: boolean;
  /** How achievements in the parts belong together, by their ids. */
  readonly associations?: readonly { readonly type: AssociationType; readonly sourceId: string; readonly targetId: string }[];
  /** Instant of issue. A record is a picture of that moment: give it an end if it is to be fetched anew. */
  readonly validFrom: string;
  readonly validUntil?: string;
  /** Left out where it only ends: each part keeps a status of its own. */
  readonly status?: StatusPlace;
}

/**
 * The unsecured ClrCredential of a learner: CLR 2.0.1 on VC Data Model 2.0. Each part keeps its own proof and its own status,
 * so that it stands also outside of the record; the record's proof says that they belong together. Pure.
 */
export function buildClrCredential({ credentialId, issuer, subject, parts, associations = [], status, ...facts }: ClrFacts): JsonObject {
  const id = `urn:uuid:${credentialId}`;
  return compact({
    '@context': [CREDENTIALS_V2, CLR, OPEN_BADGES],
    id,
    type: ['VerifiableCredential', 'ClrCredential'],
    issuer: issuerMember(issuer),
    validFrom: facts.validFrom,
    validUntil: facts.validUntil,
    name: facts.name,
    partial: facts.partial,
    credentialSubject: compact({
      id: subject.id,
      type: ['ClrSubject'],
      identifier: identifierMember(subject),
      verifiableCredential: parts,
      association: associations.map(({ type, ...ends }, at) => ({ id: `${id}#association-${at + 1}`, type: 'Association', associationType: type, ...ends })),
    }),
    credentialStatus: status && statusEntries(status).map((entry) => ({ ...entry })),
  });
}
