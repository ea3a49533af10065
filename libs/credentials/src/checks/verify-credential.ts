import { bundledContexts } from '../contexts/bundled-contexts.js';
import type { ContextSet } from '../contexts/context-set.js';
import type { ResolveKey } from '../did/key-resolution.js';
import type { Profile } from '../document/profile.js';
import type { OpenedCredential } from '../opening/opened-credential.js';
import { type Check, failedBy, skipped } from './check.js';
import { checkContexts } from './contexts.js';
import { checkDates } from './dates.js';
import { checkIssuerBinding } from './proving/binding.js';
import { checkProof } from './proving/check-proof.js';
import { type Examine, examine as examineHere } from './proving/examine.js';
import { checkSchema } from './schema.js';
import { checkStructure } from './structure.js';

export interface VerifyOptions {
  readonly now: Date;
  readonly resolveKey: ResolveKey;
  /** Contexts to know besides or instead of the bundled ones; only conformance suites need it. */
  readonly contexts?: ContextSet;
  /** What is asked; everything, unless told otherwise. */
  readonly profile?: Profile;
  /** Where the costly part is done; here, unless told otherwise. */
  readonly examine?: Examine;
}

/**
 * Checks a credential of VC Data Model 2.0 or 1.1 by itself, whatever its envelope: structure, contexts, proof, issuer-binding,
 * dates, schema. Status, recognition and achievement are for the one who knows them; put them beside these with `inOrder`.
 * One failed check hides no other. The document is never changed, nor its text normalised. Give what `openCredential` opened.
 */
export async function verifyCredential(opened: OpenedCredential, { now, resolveKey, contexts = bundledContexts, profile = 'full', examine = examineHere }: VerifyOptions): Promise<Check[]> {
  const { document, jsonLd = true } = opened;
  const structure = checkStructure(document, profile);
  const listed = jsonLd ? checkContexts(document, contexts, profile) : skipped('contexts', 'no-contexts');
  const readable = listed.result === 'passed' && structure.code !== 'refused-member';
  const { meaning, proofs } = await examine(opened, { now, contexts, resolveKey, expected: { purpose: 'assertionMethod' }, readable });
  const inFull = profile === 'full';
  return [
    structure,
    meaning ? failedBy('contexts', meaning) : listed,
    checkProof(document, proofs, 'no-proof'),
    inFull ? checkIssuerBinding(document, proofs) : skipped('issuer-binding', 'not-asked'),
    checkDates(document, now, profile),
    inFull ? checkSchema(document) : skipped('schema', 'not-asked'),
  ];
}
