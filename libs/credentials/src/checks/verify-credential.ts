import { bundledContexts } from '../contexts/bundled-contexts.js';
import type { ContextSet } from '../contexts/context-set.js';
import type { ResolveKey } from '../did/key-resolution.js';
import { type JsonObject, asList } from '../document/json.js';
import { type Check, failed, passed, skipped } from './check.js';
import { checkContexts } from './contexts.js';
import { issuerId } from '../document/credential.js';
import { checkDates } from './dates.js';
import { checkSchema } from './open-badge.js';
import { type ProofOutcome, verifyProofs } from './proofs.js';
import { checkStructure } from './structure.js';

export interface VerifyOptions {
  readonly now: Date;
  readonly resolveKey: ResolveKey;
  /** Contexts to know besides or instead of the bundled ones; only conformance suites need it. */
  readonly contexts?: ContextSet;
}

/**
 * Checks a credential of VC Data Model 2.0 or 1.1 by itself: structure, contexts, proof, issuer-binding, dates, schema.
 * Status, recognition and achievement are for the one who knows them; put them beside these with `inOrder`.
 * One failed check hides no other. The document is never changed, nor its text normalised. Give what `admit` let in.
 */
export async function verifyCredential(document: JsonObject, { now, resolveKey, contexts = bundledContexts }: VerifyOptions): Promise<Check[]> {
  const structure = checkStructure(document);
  const contextCheck = checkContexts(document, contexts);
  const readable = contextCheck.result === 'passed' && structure.code !== 'refused-member';
  const proofs = readable ? await verifyProofs(document, { now, resolveKey, contexts }) : undefined;
  return [
    structure,
    contextCheck,
    proofs ? checkProof(proofs) : unreadableProof(document),
    proofs ? checkIssuerBinding(document, proofs) : skipped('issuer-binding', 'without a proof that can be read, nobody is bound'),
    checkDates(document, now),
    checkSchema(document),
  ];
}

/** Every proof must verify: one that does not is not made good by another beside it. */
function checkProof(proofs: readonly ProofOutcome[]): Check {
  if (proofs.length === 0) return failed('proof', 'no-proof', 'nobody has signed it', '/proof');
  const bad = proofs.find(({ fault }) => fault);
  if (bad?.fault) return failed('proof', bad.fault.code, bad.fault.detail, bad.pointer);
  return passed('proof', proofs.length === 1 ? 'the signature is genuine: nothing was changed since' : `all ${proofs.length} signatures are genuine: nothing was changed since`);
}

function unreadableProof({ proof }: JsonObject): Check {
  return asList(proof).length === 0
    ? failed('proof', 'no-proof', 'nobody has signed it', '/proof')
    : failed('proof', 'unreadable', 'a signature says nothing under members or contexts that are refused', '/proof');
}

/** Every proof must be by the issuer's own key (VC Data Model 2.0 section 4.12; Data Integrity 1.0 section 4.6). */
function checkIssuerBinding(document: JsonObject, proofs: readonly ProofOutcome[]): Check {
  const issuer = issuerId(document);
  if (issuer === undefined) return failed('issuer-binding', 'no-issuer', 'it does not say who issued it', '/issuer');
  if (proofs.length === 0) return skipped('issuer-binding', 'there is no proof');
  const stranger = proofs.find(({ controller, verificationMethod }) => (controller ?? verificationMethod?.split('#')[0]) !== issuer);
  return stranger
    ? failed('issuer-binding', 'not-the-issuers-key', `a proof was made with a key that is not ${issuer.slice(0, 200)}'s`, `${stranger.pointer}/verificationMethod`)
    : passed('issuer-binding', 'the key belongs to the issuer');
}
