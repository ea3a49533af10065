import { HashedDocument } from '../../canonical/hashed-document.js';
import type { ContextSet } from '../../contexts/context-set.js';
import { CredentialError } from '../../credential-error.js';
import type { ResolveKey } from '../../did/key-resolution.js';
import type { OpenedCredential } from '../../opening/opened-credential.js';
import { withoutProof } from '../../proof/proof.js';
import { fault, type Fault } from '../../words/fault.js';
import type { ProofExpectations, ProofOutcome } from '../proofs.js';

export interface ExamineOptions {
  readonly now: Date;
  readonly contexts: ContextSet;
  readonly resolveKey: ResolveKey;
  readonly expected: ProofExpectations;
  /** Whether nothing in the document, its contexts among it, was refused: what is refused is not read as JSON-LD. */
  readonly readable: boolean;
}

/** What is found out by reading a document as JSON-LD and verifying its proofs. */
export interface Examination {
  /** A word without a meaning, or with another than its publisher gave it. */
  readonly meaning?: Fault;
  /** Undefined where a proof says nothing, because what it is about is not read. */
  readonly proofs?: readonly ProofOutcome[];
}

/** An opened credential or presentation. */
export type Secured = Pick<OpenedCredential, 'document' | 'verificationMethods' | 'proofs'> & { readonly envelope: string };

/** Examines an opened credential or presentation. */
export type Examine = (opened: Secured, options: ExamineOptions) => Promise<Examination>;

/**
 * The costly part of a verification, in one function so that it can be done elsewhere: its cost may grow faster than the document.
 * Every document is read in safe mode, also one whose proof is over its text: words that only people read would be signed too.
 */
export const examine: Examine = async (opened, { readable, contexts, ...context }) => {
  const unsecured = new HashedDocument(withoutProof(opened.document), contexts);
  const signsText = opened.envelope !== 'data-integrity';
  const proofs = readable || signsText ? await opened.proofs({ ...context, unsecured }) : undefined;
  const meaning = readable ? await meaningFault(unsecured) : undefined;
  return { ...(meaning && { meaning }), ...(proofs && { proofs }) };
};

async function meaningFault(unsecured: HashedDocument): Promise<Fault | undefined> {
  try {
    await unsecured.rdfc('sha256');
    return undefined;
  } catch (error) {
    if (error instanceof CredentialError) return fault('not-canonicalizable', { reason: error.detail });
    throw error;
  }
}
