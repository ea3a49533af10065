import type { HashedDocument } from '../../canonical/hashed-document.js';
import type { JsonObject } from '../../document/json.js';
import type { PublicKey, SigningKeyType } from '../../keys/public-key.js';
import type { Signer } from '../../keys/signature.js';
import type { ProofPurpose } from '../../did/key-resolution.js';
import { fault, type Fault } from '../../words/fault.js';

/** What a proof says about itself (Data Integrity 1.0 section 2.1), but for what suite and key decide. */
export interface ProofOptions {
  /** Whole seconds: `2026-11-24T09:30:00Z`. */
  readonly created: string;
  readonly proofPurpose: ProofPurpose;
  readonly challenge?: string;
  readonly domain?: string;
  readonly id?: string;
  readonly expires?: string;
}

/** Which parts no holder may leave out, as JSON Pointers; only suites of selective disclosure ask. */
export interface Disclosure {
  readonly mandatoryPointers?: readonly string[];
}

/** A document beside one of its proofs. */
export interface Proven {
  /** Without its proofs, or with those that this one builds on. */
  readonly unsecured: HashedDocument;
  readonly proof: JsonObject;
  readonly publicKey: PublicKey;
}

/** A Data Integrity cryptosuite (section 3): how a document and a proof become bytes that a key signs. One small file each. */
export interface Cryptosuite {
  /** The value of `cryptosuite`. */
  readonly name: string;
  readonly keyTypes: readonly SigningKeyType[];
  /** Makes a proof. Rejects with CredentialError: `signature-mismatch`, `invalid-key`, `not-canonicalizable`. */
  prove(unsecured: HashedDocument, options: ProofOptions, signer: Signer, disclosure?: Disclosure): Promise<JsonObject>;
  /** What is wrong with a proof; undefined if it verifies. Rejects with CredentialError for a document without a canonical form. */
  verify(proven: Proven): Promise<Fault | undefined>;
}

/** Faults that every suite can tell. */
export const wrongKeyType = (suite: string, type: string): Fault => fault('wrong-key-type', { suite, type });
export const invalidProofValue = (suite: string): Fault => fault('invalid-proof-value', { suite });
export const invalidSignature: Fault = fault('invalid-signature');
