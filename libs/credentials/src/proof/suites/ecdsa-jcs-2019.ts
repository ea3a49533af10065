import { asWritten, hashAndSign } from './hash-and-sign.js';

/** ecdsa-jcs-2019 (Data Integrity ECDSA Cryptosuites 1.0 section 3.3): JSON Canonicalization Scheme, P-256 or P-384, base58btc. */
export const ecdsaJcs2019 = hashAndSign({
  name: 'ecdsa-jcs-2019',
  keyTypes: ['P-256', 'P-384'],
  hash: (document, hash) => document.jcs(hash),
  configuration: asWritten,
  repeatsContext: true,
});
