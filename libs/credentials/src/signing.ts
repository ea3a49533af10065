// What only credential-issuance may import: everything that puts a signature under something.
export { CredentialSigner, type SignedCredential, type Signer } from './proof/credential-signer.js';
