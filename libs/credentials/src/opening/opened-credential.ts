import type { ProofContext, ProofOutcome } from '../checks/proofs.js';
import type { JsonObject } from '../document/json.js';
import type { StatusListReference } from '../status-list/token-status-list.js';

/** How a credential is secured, by what secures it; the names of the last two are media types without `application/`. */
export type Envelope = 'data-integrity' | 'vc+jwt' | 'dc+sd-jwt';

/** A credential out of its envelope: from here on every envelope gets the same checks. Nothing about it is verified. */
export interface OpenedCredential {
  readonly envelope: Envelope;
  /** What it says; with its `proof`, where that is a member of it. */
  readonly document: JsonObject;
  /** False where its words have their meaning from a type alone, as those of an SD-JWT VC may, and not from JSON-LD contexts. */
  readonly jsonLd?: boolean;
  /** The place of its status in a token status list, which only a token can name. */
  readonly status?: StatusListReference;
  /** When it says that it was signed: `created` of its first proof, `iat` of a token. */
  readonly signedAt?: Date;
  /**
   * The verification methods of its proofs, as far as they are named: whose keys have to be looked for. In the order in which
   * `proofs` tells of them.
   */
  readonly verificationMethods: readonly string[];
  /** Verifies what secures it. Never rejects for what is wrong with it. */
  proofs(context: ProofContext): Promise<readonly ProofOutcome[]>;
}
