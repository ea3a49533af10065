// What only credential-issuance may import: everything that puts a signature under something.
export { CredentialSigner, type SignedCredential } from './proof/credential-signer.js';
export { SUITES } from './proof/suites/suites.js';
export { FORMATS, secure } from './formats/formats.js';
export { type SecuringMechanism, type SecuringOptions } from './formats/securing-mechanism.js';
export { envelop } from './envelopes/enveloped.js';
export { DISCLOSABLE } from './sd-jwt/sd-jwt-vc.js';
export { signTokenStatusList } from './status-list/status-list-token.js';
export { signVcJwt } from './jose/vc-jwt.js';
export { signVpJwt } from './jose/vp-jwt.js';
