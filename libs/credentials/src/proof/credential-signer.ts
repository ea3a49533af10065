import { type KeyObject, verify } from 'node:crypto';
import { bundledContexts } from '../contexts/bundled-contexts.js';
import { CredentialError } from '../credential-error.js';
import { publicKeyObject } from '../did/multikey.js';
import type { JsonObject } from '../document/json.js';
import type { LintedCredential } from '../linting/lint.js';
import { eddsaRdfc2022 as suite } from './eddsa-rdfc-2022.js';

/** A key that signs: in memory, in a token, in a key service. */
export interface Signer {
  /** DID URL of the verification method. */
  readonly verificationMethod: string;
  /** Its Ed25519 public key, 32 bytes: every signature is checked with it. */
  readonly publicKey: Uint8Array;
  /** Ed25519 over 64 bytes; gives 64 bytes. */
  sign(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

/** A credential with its proof. */
export type SignedCredential = JsonObject & { readonly proof: JsonObject };

/**
 * Signs linted credentials with one key, eddsa-rdfc-2022. Keep one for a batch or for as long as the key is used:
 * the hash of the proof options is the same for every credential signed in one second.
 */
export class CredentialSigner {
  readonly #publicKey: KeyObject;
  #options: { readonly key: string; readonly options: JsonObject; readonly hash: Promise<Uint8Array> } | undefined;

  constructor(private readonly signer: Signer) {
    this.#publicKey = publicKeyObject(signer.publicKey);
  }

  /**
   * Adds a proof created at `now` (whole seconds). Throws `signature-mismatch` if the signature does not verify under the
   * public key: a broken or exchanged key must stop the issuer, not reach a learner.
   */
  async sign({ document, canonicalHash }: LintedCredential, now: Date): Promise<SignedCredential> {
    const { options, hash } = this.#proofOptions(document, now);
    const hashData = suite.hashData(await hash, canonicalHash);
    const signature = await this.signer.sign(hashData);
    if (!verify(null, hashData, this.#publicKey, signature)) {
      throw new CredentialError('signature-mismatch', `the signature does not verify under ${this.signer.verificationMethod}`);
    }
    return { ...document, proof: { ...options, proofValue: suite.encodeProofValue(signature) } };
  }

  #proofOptions(document: JsonObject, now: Date) {
    const created = `${now.toISOString().slice(0, 19)}Z`;
    const key = `${created} ${JSON.stringify(document['@context'])}`;
    if (this.#options?.key === key) return this.#options;
    const options = {
      type: 'DataIntegrityProof',
      cryptosuite: suite.name,
      created,
      verificationMethod: this.signer.verificationMethod,
      proofPurpose: 'assertionMethod',
    };
    this.#options = { key, options, hash: suite.configHash(options, document, bundledContexts) };
    return this.#options;
  }
}
