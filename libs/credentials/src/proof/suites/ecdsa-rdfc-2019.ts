import { hashAndSign, underDocumentContexts } from './hash-and-sign.js';

/** ecdsa-rdfc-2019 (Data Integrity ECDSA Cryptosuites 1.0 section 3.2): RDFC-1.0, P-256 with SHA-256 or P-384 with SHA-384, base58btc. */
export const ecdsaRdfc2019 = hashAndSign({
  name: 'ecdsa-rdfc-2019',
  keyTypes: ['P-256', 'P-384'],
  hash: (document, hash) => document.rdfc(hash),
  configuration: underDocumentContexts,
  repeatsContext: false,
});
