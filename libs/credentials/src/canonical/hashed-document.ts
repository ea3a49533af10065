import { createHash } from 'node:crypto';
import type { ContextSet } from '../contexts/context-set.js';
import { canonicalJson } from '../document/canonical-json.js';
import type { JsonObject } from '../document/json.js';
import { canonicalHash, type HashName, refusing } from './canonicalize.js';

/** A document that is not changed any more, and the hashes of its canonical forms, each made once however many proofs ask. */
export class HashedDocument {
  readonly #hashes = new Map<string, Promise<Uint8Array>>();

  constructor(
    readonly document: JsonObject,
    readonly contexts: ContextSet,
  ) {}

  /** Over the canonical N-Quads of RDFC-1.0. Rejects with CredentialError `not-canonicalizable`. */
  rdfc(hash: HashName): Promise<Uint8Array> {
    return this.#once(`rdfc ${hash}`, () => canonicalHash(this.document, this.contexts, hash));
  }

  /** Over the canonical JSON of RFC 8785. Rejects with CredentialError `not-canonicalizable`. */
  jcs(hash: HashName): Promise<Uint8Array> {
    return this.#once(`jcs ${hash}`, () => refusing(async () => createHash(hash).update(canonicalJson(this.document)).digest()));
  }

  #once(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const known = this.#hashes.get(name) ?? make();
    this.#hashes.set(name, known);
    return known;
  }
}
