import { issuerId } from '../../document/credential.js';
import { type JsonObject } from '../../document/json.js';
import { holderId, subjectIds } from '../../document/presentation.js';
import { type Check, failed, isVerified, passed, skipped, warned } from '../check.js';
import type { ProofOutcome } from '../proofs.js';

/** Whose key made a proof, or is said to have made it. */
const keeperOf = ({ controller, verificationMethod }: ProofOutcome): string | undefined => controller ?? verificationMethod?.split('#')[0];

/** The first proof that is by somebody else. */
const strangerTo = (who: string, proofs: readonly ProofOutcome[]): ProofOutcome | undefined => proofs.find((proof) => keeperOf(proof) !== who);

const at = ({ pointer }: ProofOutcome): string => pointer && `${pointer}/verificationMethod`;

/** Every proof must be by the issuer's own key (VC Data Model 2.0 section 4.12; Data Integrity 1.0 section 4.6). */
export function checkIssuerBinding(document: JsonObject, proofs: readonly ProofOutcome[] = []): Check {
  const issuer = issuerId(document);
  if (issuer === undefined) return failed('issuer-binding', 'no-issuer', undefined, '/issuer');
  if (proofs.length === 0) return skipped('issuer-binding', 'nobody-bound');
  const stranger = strangerTo(issuer, proofs);
  return stranger ? failed('issuer-binding', 'not-the-issuers-key', { issuer }, at(stranger)) : passed('issuer-binding', 'issuers-key');
}

/** A presentation is its holder's: every proof is by the key of whom it names, or, if it names nobody, all are by one. */
export function checkHolder(document: JsonObject, proofs: readonly ProofOutcome[] = []): Check {
  const [first] = proofs;
  const holder = holderId(document) ?? (first && keeperOf(first));
  if (!first || holder === undefined) return skipped('holder-binding', 'nobody-bound');
  const stranger = strangerTo(holder, proofs);
  return stranger ? failed('holder-binding', 'not-the-holders-key', { holder }, at(stranger)) : passed('holder-binding', 'holders-key', { holder });
}

/** Is a credential about the one whom a presentation with these checks is by? One that is not may still be good: whoever has it can show it. */
export function checkSubject(credential: JsonObject, presentation: readonly Check[]): Check {
  const holder = isVerified(presentation) ? presentation.find(({ check }) => check === 'holder-binding')?.params?.holder : undefined;
  const subjects = subjectIds(credential);
  return subjects.length > 0 && subjects.every((id) => id === holder) ? passed('holder-binding', 'subject-is-holder') : warned('holder-binding', 'bearer', undefined, '/credentialSubject');
}
