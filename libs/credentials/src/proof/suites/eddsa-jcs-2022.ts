import { asWritten, hashAndSign } from './hash-and-sign.js';

/** eddsa-jcs-2022 (Data Integrity EdDSA Cryptosuites 1.0 section 3.3): JSON Canonicalization Scheme, SHA-256, Ed25519, base58btc. */
export const eddsaJcs2022 = hashAndSign({
  name: 'eddsa-jcs-2022',
  keyTypes: ['Ed25519'],
  hash: (document, hash) => document.jcs(hash),
  configuration: asWritten,
  repeatsContext: true,
});
