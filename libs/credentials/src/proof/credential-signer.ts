import type { JsonObject } from '../document/json.js';
import type { Signer } from '../keys/signature.js';
import type { LintedCredential } from '../linting/lint.js';
import type { Cryptosuite, Disclosure } from './suites/cryptosuite.js';
import { eddsaRdfc2022 } from './suites/eddsa-rdfc-2022.js';

/** A credential with its proof. */
export type SignedCredential = JsonObject & { readonly proof: JsonObject };

/** Signs linted credentials with one key under one cryptosuite. */
export class CredentialSigner {
  constructor(
    private readonly signer: Signer,
    private readonly suite: Cryptosuite = eddsaRdfc2022,
  ) {}

  /**
   * Adds a proof created at `now` (whole seconds). Throws `signature-mismatch` if the signature does not verify under the
   * public key: a broken or exchanged key must stop the issuer, not reach a learner.
   */
  async sign({ hashed }: LintedCredential, now: Date, disclosure?: Disclosure): Promise<SignedCredential> {
    const options = { created: `${now.toISOString().slice(0, 19)}Z`, proofPurpose: 'assertionMethod' } as const;
    return { ...hashed.document, proof: await this.suite.prove(hashed, options, this.signer, disclosure) };
  }
}
