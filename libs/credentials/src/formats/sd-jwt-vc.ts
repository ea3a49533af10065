import { CredentialError } from '../credential-error.js';
import { signSdJwtVc } from '../sd-jwt/sd-jwt-vc.js';
import type { SecuringMechanism } from './securing-mechanism.js';

/** An SD-JWT VC (draft-ietf-oauth-sd-jwt-vc), whose holder may keep parts back. Needs `vct`. */
export const sdJwtVc: SecuringMechanism = {
  keyType: 'P-256',
  mediaType: 'application/dc+sd-jwt',
  async secure({ document }, signer, now, { vct, status, holderKey } = {}) {
    if (vct === undefined) throw new CredentialError('invalid-structure', 'an SD-JWT VC has a vct');
    return signSdJwtVc(document, signer, { issuedAt: now, vct, ...(status && { status }), ...(holderKey && { holderKey }) });
  },
};
