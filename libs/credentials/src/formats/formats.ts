import { CredentialError } from '../credential-error.js';
import type { JsonObject } from '../document/json.js';
import type { Signer } from '../keys/signature.js';
import type { LintedCredential } from '../linting/lint.js';
import { ecdsaJcs2019 } from '../proof/suites/ecdsa-jcs-2019.js';
import { ecdsaRdfc2019 } from '../proof/suites/ecdsa-rdfc-2019.js';
import { eddsaJcs2022 } from '../proof/suites/eddsa-jcs-2022.js';
import { eddsaRdfc2022 } from '../proof/suites/eddsa-rdfc-2022.js';
import { ecdsaSd2023 } from '../selective-disclosure/ecdsa-sd-2023.js';
import { bakedImage } from './baked-image.js';
import type { CredentialFormat } from './credential-format.js';
import { embeddedProof } from './embedded-proof.js';
import { jsonWebToken } from './json-web-token.js';
import { sdJwtVc } from './sd-jwt-vc.js';
import type { SecuringMechanism, SecuringOptions } from './securing-mechanism.js';

/** How each format secures a credential. */
export const FORMATS: Readonly<Record<CredentialFormat, SecuringMechanism>> = {
  'eddsa-rdfc-2022': embeddedProof(eddsaRdfc2022, 'Ed25519'),
  'eddsa-jcs-2022': embeddedProof(eddsaJcs2022, 'Ed25519'),
  'ecdsa-rdfc-2019': embeddedProof(ecdsaRdfc2019, 'P-256'),
  'ecdsa-jcs-2019': embeddedProof(ecdsaJcs2019, 'P-256'),
  'ecdsa-rdfc-2019-p384': embeddedProof(ecdsaRdfc2019, 'P-384'),
  'ecdsa-jcs-2019-p384': embeddedProof(ecdsaJcs2019, 'P-384'),
  'ecdsa-sd-2023': embeddedProof(ecdsaSd2023, 'P-256'),
  'vc-jwt-eddsa': jsonWebToken('Ed25519'),
  'vc-jwt-es256': jsonWebToken('P-256'),
  'sd-jwt-vc': sdJwtVc,
  png: bakedImage('png'),
  svg: bakedImage('svg'),
};

/**
 * Secures a credential in a format at `now`, which is when it says that it was signed. Rejects with CredentialError: `invalid-key`
 * for a key of another type than the format has, `invalid-structure`, `signature-mismatch`.
 */
export async function secure(format: CredentialFormat, linted: LintedCredential, signer: Signer, now: Date, options?: SecuringOptions): Promise<JsonObject | string | Uint8Array> {
  const { keyType, secure: secureBy } = FORMATS[format];
  if (signer.publicKey.type !== keyType) throw new CredentialError('invalid-key', `${format} is signed with a key of ${keyType}, not of ${signer.publicKey.type}`);
  return secureBy(linted, signer, now, options);
}
