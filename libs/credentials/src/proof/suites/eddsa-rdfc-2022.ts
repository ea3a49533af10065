import { hashAndSign, underDocumentContexts } from './hash-and-sign.js';

/** eddsa-rdfc-2022 (Data Integrity EdDSA Cryptosuites 1.0 section 3.2): RDFC-1.0, SHA-256, Ed25519, base58btc. */
export const eddsaRdfc2022 = hashAndSign({
  name: 'eddsa-rdfc-2022',
  keyTypes: ['Ed25519'],
  hash: (document, hash) => document.rdfc(hash),
  configuration: underDocumentContexts,
  repeatsContext: false,
});
