import type { ContextSet } from '../contexts/context-set.js';
import type { JsonObject } from '../document/json.js';

/** A Data Integrity cryptosuite (section 3): how document and proof options become bytes, and bytes a proofValue. One small file each. */
export interface Cryptosuite {
  /** The value of `cryptosuite`. */
  readonly name: string;
  /** What is signed about the document; `document` is unsecured, or carries the proofs that this one builds on. */
  documentHash(document: JsonObject, contexts: ContextSet): Promise<Uint8Array>;
  /** What is signed about the proof itself: its members but `proofValue`, under the document's contexts. */
  configHash(options: JsonObject, document: JsonObject, contexts: ContextSet): Promise<Uint8Array>;
  /** The bytes that the key signs. */
  hashData(configHash: Uint8Array, documentHash: Uint8Array): Uint8Array;
  encodeProofValue(signature: Uint8Array): string;
  /** The signature, or undefined if `proofValue` is not in the suite's form. */
  decodeProofValue(proofValue: string): Uint8Array | undefined;
  verify(publicKey: Uint8Array, hashData: Uint8Array, signature: Uint8Array): boolean;
}
