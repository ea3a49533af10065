import { bundledContexts } from '../contexts/bundled-contexts.js';
import { Presentation } from '../document/presentation.js';
import type { OpenedPresentation } from '../opening/open-presentation.js';
import { type Check, failedBy, skipped } from './check.js';
import { checkContexts } from './contexts.js';
import type { ProofExpectations } from './proofs.js';
import { checkHolder } from './proving/binding.js';
import { checkProof } from './proving/check-proof.js';
import { examine as examineHere } from './proving/examine.js';
import { checkMembers } from './structure.js';
import type { VerifyOptions } from './verify-credential.js';

/** What the verifier asked to be answered, and who it is; what is given must be in the proof. */
export type PresentationOptions = VerifyOptions & Omit<ProofExpectations, 'purpose'>;

/**
 * Checks a presentation by itself (VC Data Model 2.0 section 4.13), whatever its envelope: structure, contexts, proof,
 * holder-binding. The credentials in it are for `verifyCredential`, each alone. Give what `openPresentation` opened.
 */
export async function verifyPresentation(
  opened: OpenedPresentation,
  { now, resolveKey, contexts = bundledContexts, profile = 'full', examine = examineHere, ...asked }: PresentationOptions,
): Promise<Check[]> {
  const { document } = opened;
  const structure = checkMembers(document, Presentation, profile);
  const listed = checkContexts(document, contexts, profile);
  const readable = listed.result === 'passed' && structure.code !== 'refused-member';
  const { meaning, proofs } = await examine(opened, { now, contexts, resolveKey, expected: { ...asked, purpose: 'authentication' }, readable });
  return [
    structure,
    meaning ? failedBy('contexts', meaning) : listed,
    checkProof(document, proofs, 'unsigned-presentation'),
    profile === 'full' ? checkHolder(document, proofs) : skipped('holder-binding', 'not-asked'),
  ];
}
