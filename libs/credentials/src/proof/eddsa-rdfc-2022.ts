import { verify } from 'node:crypto';
import { base58 } from '@scure/base';
import { canonicalHash } from '../canonical/canonicalize.js';
import { decodeBase58btc, publicKeyObject } from '../did/multikey.js';
import type { Cryptosuite } from './cryptosuite.js';

const SIGNATURE_BYTES = 64;

/** eddsa-rdfc-2022 (Data Integrity EdDSA Cryptosuites 1.0 section 3.2): RDFC-1.0, SHA-256, Ed25519, base58btc. */
export const eddsaRdfc2022: Cryptosuite = {
  name: 'eddsa-rdfc-2022',
  documentHash: canonicalHash,
  configHash: (options, document, contexts) => canonicalHash({ '@context': document['@context'] ?? [], ...options }, contexts),
  hashData: (configHash, documentHash) => Buffer.concat([configHash, documentHash]),
  encodeProofValue: (signature) => `z${base58.encode(signature)}`,
  decodeProofValue: (proofValue) => {
    const signature = decodeBase58btc(proofValue);
    return signature?.length === SIGNATURE_BYTES ? signature : undefined;
  },
  verify: (publicKey, hashData, signature) => verify(null, hashData, publicKeyObject(publicKey), signature),
};
