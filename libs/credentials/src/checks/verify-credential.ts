import { bundledContexts } from '../contexts/bundled-contexts.js';
import type { ContextSet } from '../contexts/context-set.js';
import type { ResolveKey } from '../did/key-resolution.js';
import { type JsonObject, asList } from '../document/json.js';
import type { OpenedCredential } from '../opening/opened-credential.js';
import { type Check, failed, failedBy, passed, skipped } from './check.js';
import { checkContexts } from './contexts.js';
import { issuerId } from '../document/credential.js';
import { checkDates } from './dates.js';
import { type Examine, examine as examineHere } from './examine.js';
import { checkSchema } from './open-badge.js';
import type { ProofOutcome } from './proofs.js';
import { checkStructure } from './structure.js';

export interface VerifyOptions {
  readonly now: Date;
  readonly resolveKey: ResolveKey;
  /** Contexts to know besides or instead of the bundled ones; only conformance suites need it. */
  readonly contexts?: ContextSet;
  /** Where the costly part is done; here, unless told otherwise. */
  readonly examine?: Examine;
}

/**
 * Checks a credential of VC Data Model 2.0 or 1.1 by itself, whatever its envelope: structure, contexts, proof, issuer-binding,
 * dates, schema. Status, recognition and achievement are for the one who knows them; put them beside these with `inOrder`.
 * One failed check hides no other. The document is never changed, nor its text normalised. Give what `openCredential` opened.
 */
export async function verifyCredential(opened: OpenedCredential, { now, resolveKey, contexts = bundledContexts, examine = examineHere }: VerifyOptions): Promise<Check[]> {
  const { document } = opened;
  const structure = checkStructure(document);
  const listed = checkContexts(document, contexts);
  const readable = listed.result === 'passed' && structure.code !== 'refused-member';
  const { meaning, proofs } = await examine(opened, { now, contexts, resolveKey, expected: { purpose: 'assertionMethod' }, readable });
  return [
    structure,
    meaning ? failedBy('contexts', meaning) : listed,
    proofs ? checkProof(proofs) : unreadableProof(document),
    proofs ? checkIssuerBinding(document, proofs) : skipped('issuer-binding', 'nobody-bound'),
    checkDates(document, now),
    checkSchema(document),
  ];
}

/** Every proof must verify: one that does not is not made good by another beside it. */
function checkProof(proofs: readonly ProofOutcome[]): Check {
  if (proofs.length === 0) return failed('proof', 'no-proof', undefined, '/proof');
  const bad = proofs.find(({ fault }) => fault);
  if (bad?.fault) return failedBy('proof', bad.fault, bad.pointer);
  return proofs.length === 1 ? passed('proof', 'signature-genuine') : passed('proof', 'signatures-genuine', { count: proofs.length });
}

const unreadableProof = ({ proof }: JsonObject): Check => failed('proof', asList(proof).length === 0 ? 'no-proof' : 'unreadable', undefined, '/proof');

/** Every proof must be by the issuer's own key (VC Data Model 2.0 section 4.12; Data Integrity 1.0 section 4.6). */
function checkIssuerBinding(document: JsonObject, proofs: readonly ProofOutcome[]): Check {
  const issuer = issuerId(document);
  if (issuer === undefined) return failed('issuer-binding', 'no-issuer', undefined, '/issuer');
  if (proofs.length === 0) return skipped('issuer-binding', 'nobody-bound');
  const stranger = proofs.find(({ controller, verificationMethod }) => (controller ?? verificationMethod?.split('#')[0]) !== issuer);
  if (!stranger) return passed('issuer-binding', 'issuers-key');
  return failed('issuer-binding', 'not-the-issuers-key', { issuer }, stranger.pointer && `${stranger.pointer}/verificationMethod`);
}
