import type { SigningKeyType } from '../keys/public-key.js';
import { CredentialSigner } from '../proof/credential-signer.js';
import type { Cryptosuite } from '../proof/suites/cryptosuite.js';
import type { SecuringMechanism } from './securing-mechanism.js';

/** A document with a proof of a cryptosuite in it (Data Integrity 1.0). */
export const embeddedProof = (suite: Cryptosuite, keyType: SigningKeyType): SecuringMechanism => ({
  keyType,
  mediaType: 'application/vc',
  secure: (linted, signer, now, { mandatoryPointers } = {}) => new CredentialSigner(signer, suite).sign(linted, now, mandatoryPointers && { mandatoryPointers }),
});
