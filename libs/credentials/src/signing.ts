// What only credential-issuance may import: everything that puts a signature under something.
export { CredentialSigner, type SignedCredential } from './proof/credential-signer.js';
export { SUITES } from './proof/suites/suites.js';
