import { base58 } from '@scure/base';
import type { HashName } from '../../canonical/canonicalize.js';
import { HashedDocument } from '../../canonical/hashed-document.js';
import { CredentialError } from '../../credential-error.js';
import type { JsonObject } from '../../document/json.js';
import { decodeBase58btc } from '../../keys/multibase.js';
import type { KeyType, SigningKeyType } from '../../keys/public-key.js';
import { SIGNATURE_BYTES, signChecked, verifySignature } from '../../keys/signature.js';
import { invalidProofValue, invalidSignature, wrongKeyType, type Cryptosuite } from './cryptosuite.js';

/** What tells one of these suites from its siblings. */
interface Variant {
  readonly name: string;
  readonly keyTypes: readonly SigningKeyType[];
  /** The hash of the canonical form. */
  hash(document: HashedDocument, hash: HashName): Promise<Uint8Array>;
  /** The proof options as they are hashed: under the contexts of the document, where the canonical form needs them. */
  configuration(options: JsonObject, document: JsonObject): JsonObject;
  /** Whether a proof repeats the contexts of its document. */
  readonly repeatsContext: boolean;
}

export interface HashAndSign extends Cryptosuite {
  /** The bytes that the key signs: hash(proof without its value) || hash(document). */
  hashData(proof: JsonObject, unsecured: HashedDocument, type: SigningKeyType): Promise<Uint8Array>;
}

/** Proof options that are read as JSON-LD have the meaning of the document's contexts (section 3.2.5, Proof Configuration). */
export const underDocumentContexts: Variant['configuration'] = (options, document) => ({ '@context': document['@context'] ?? [], ...options });
/** Proof options that are read as JSON are hashed as they stand. */
export const asWritten: Variant['configuration'] = (options) => options;

/** SHA-384 with P-384, SHA-256 with other keys (Data Integrity ECDSA 1.0 section 3.1, EdDSA 1.0 section 3). */
const hashFor = (type: SigningKeyType): HashName => (type === 'P-384' ? 'sha384' : 'sha256');

/** The hash of proof options is the same for all that one key signs in a second, so it is kept: for as many keys as sign at a time. */
const MAX_KEPT = 256;

/**
 * A suite that signs hash(proof) || hash(document) and writes the signature in base58btc (Data Integrity EdDSA 1.0 sections 3.2
 * and 3.3, Data Integrity ECDSA 1.0 sections 3.2 and 3.3).
 */
export function hashAndSign({ name, keyTypes, hash, configuration, repeatsContext }: Variant): HashAndSign {
  const kept = new Map<string, Promise<Uint8Array>>();
  const takes = (type: KeyType): type is SigningKeyType => keyTypes.some((each) => each === type);

  async function hashData({ proofValue: _proofValue, ...options }: JsonObject, unsecured: HashedDocument, type: SigningKeyType): Promise<Uint8Array> {
    const configured = new HashedDocument(configuration(options, unsecured.document), unsecured.contexts);
    return Buffer.concat(await Promise.all([hash(configured, hashFor(type)), hash(unsecured, hashFor(type))]));
  }

  function configHash(options: JsonObject, { document, contexts }: HashedDocument, type: SigningKeyType): Promise<Uint8Array> {
    const configured = configuration(options, document);
    const key = JSON.stringify(configured);
    const made = kept.get(key) ?? hash(new HashedDocument(configured, contexts), hashFor(type));
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(key, made);
    return made;
  }

  return {
    name,
    keyTypes,
    hashData,
    async prove(unsecured, options, signer) {
      const { verificationMethod, publicKey: { type } } = signer;
      if (!takes(type)) throw new CredentialError('invalid-key', wrongKeyType(name, type).detail);
      const context = unsecured.document['@context'];
      const proof = { ...(repeatsContext && context !== undefined && { '@context': context }), type: 'DataIntegrityProof', cryptosuite: name, verificationMethod, ...options };
      const hashes = await Promise.all([configHash(proof, unsecured, type), hash(unsecured, hashFor(type))]);
      return { ...proof, proofValue: `z${base58.encode(await signChecked(signer, Buffer.concat(hashes)))}` };
    },
    async verify({ unsecured, proof, publicKey }) {
      const { type } = publicKey;
      if (!takes(type)) return wrongKeyType(name, type);
      const signature = typeof proof.proofValue === 'string' ? decodeBase58btc(proof.proofValue) : undefined;
      if (signature?.length !== SIGNATURE_BYTES[type]) return invalidProofValue(name);
      return verifySignature(publicKey, await hashData(proof, unsecured, type), signature) ? undefined : invalidSignature;
    },
  };
}
