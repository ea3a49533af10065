import { ecdsaSd2023 } from '../../selective-disclosure/ecdsa-sd-2023.js';
import type { Cryptosuite } from './cryptosuite.js';
import { ecdsaJcs2019 } from './ecdsa-jcs-2019.js';
import { ecdsaRdfc2019 } from './ecdsa-rdfc-2019.js';
import { ed25519Signature2020 } from './ed25519-signature-2020.js';
import { eddsaJcs2022 } from './eddsa-jcs-2022.js';
import { eddsaRdfc2022 } from './eddsa-rdfc-2022.js';

/** Every suite that is known here, by its name. */
export const SUITES: ReadonlyMap<string, Cryptosuite> = new Map([eddsaRdfc2022, eddsaJcs2022, ecdsaRdfc2019, ecdsaJcs2019, ecdsaSd2023].map((suite) => [suite.name, suite]));

/** Suites that a proof names by its type. */
const OF_TYPE: ReadonlyMap<string, Cryptosuite> = new Map([[ed25519Signature2020.name, ed25519Signature2020]]);

/** The suite of a proof, by what it says itself (Data Integrity 1.0 section 2.1). */
export const suiteOf = ({ type, cryptosuite = '' }: { readonly type: string; readonly cryptosuite?: string }): Cryptosuite | undefined =>
  type === 'DataIntegrityProof' ? SUITES.get(cryptosuite) : OF_TYPE.get(type);
