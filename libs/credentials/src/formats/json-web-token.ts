import { signVcJwt } from '../jose/vc-jwt.js';
import type { SigningKeyType } from '../keys/public-key.js';
import type { SecuringMechanism } from './securing-mechanism.js';

/** A JWT whose payload is the credential (VC-JOSE-COSE 1.0 section 3.1.1; Open Badges 3.0 section 8.2). */
export const jsonWebToken = (keyType: SigningKeyType): SecuringMechanism => ({
  keyType,
  mediaType: 'application/vc+jwt',
  secure: ({ document }, signer, now) => signVcJwt(document, signer, { issuedAt: now }),
});
