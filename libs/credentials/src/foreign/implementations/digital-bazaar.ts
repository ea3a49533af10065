import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as ecdsaJcs2019 from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import * as ecdsa from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as ecdsaSd2023 from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as ed25519 from '@digitalbazaar/ed25519-multikey';
import * as eddsaJcs2022 from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { isObject, type JsonObject } from '../../document/json.js';
import type { CredentialFormat } from '../../formats/credential-format.js';
import type { SampleSigner } from '../../samples/sample-key.js';
import { mandatoryPointers } from '../../selective-disclosure/mandatory-pointers.js';
import type { Implementation } from './implementation.js';
import { loadOffline } from './load-offline.js';

/** One cryptosuite as its package has it: what signs a document, what verifies. */
interface Suite {
  sign(document: JsonObject): object;
  readonly verify: object;
}

const oneForBoth = (cryptosuite: object): Suite => ({ sign: () => cryptosuite, verify: cryptosuite });
const ecdsaRdfc = oneForBoth(ecdsaRdfc2019);
const ecdsaJcs: Suite = { sign: ecdsaJcs2019.createSignCryptosuite, verify: ecdsaJcs2019.createVerifyCryptosuite() };

const SUITES: Partial<Record<CredentialFormat, Suite>> = {
  'eddsa-rdfc-2022': oneForBoth(eddsaRdfc2022),
  'eddsa-jcs-2022': { sign: eddsaJcs2022.createSignCryptosuite, verify: eddsaJcs2022.createVerifyCryptosuite() },
  'ecdsa-rdfc-2019': ecdsaRdfc,
  'ecdsa-jcs-2019': ecdsaJcs,
  'ecdsa-rdfc-2019-p384': ecdsaRdfc,
  'ecdsa-jcs-2019-p384': ecdsaJcs,
  'ecdsa-sd-2023': { sign: (document) => ecdsaSd2023.createSignCryptosuite({ mandatoryPointers: mandatoryPointers(document) }), verify: ecdsaSd2023.createVerifyCryptosuite() },
};

function suiteOf(format: CredentialFormat): Suite {
  const suite = SUITES[format];
  if (!suite) throw new TypeError(`@digitalbazaar/vc does not know ${format}`);
  return suite;
}

const copy = (value: object): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;

async function keySigner({ privateKey, publicKey, verificationMethod, did }: SampleSigner): Promise<object> {
  const { fromJwk } = publicKey.type === 'Ed25519' ? ed25519 : ecdsa;
  const key = await fromJwk({ jwk: { ...privateKey.export({ format: 'jwk' }), key_ops: ['sign'] }, secretKey: true, id: verificationMethod, controller: did });
  return key.signer();
}

/** Of ecdsa-sd-2023 it makes a base proof; what a holder shows of one is what `showAll` gives. */
export const digitalBazaar: Required<Implementation> = {
  name: '@digitalbazaar/vc',
  formats: Object.keys(SUITES) as CredentialFormat[],

  async accepts(format, sent, now) {
    if (!isObject(sent)) return false;
    const suite = new DataIntegrityProof({ cryptosuite: suiteOf(format).verify });
    const { verified } = await vc.verifyCredential({ credential: copy(sent), suite, documentLoader: loadOffline, checkStatus: async () => ({ verified: true }), now });
    return verified;
  },

  async secures(format, signer, now) {
    const key = await keySigner(signer);
    return async (document) => {
      const suite = new DataIntegrityProof({ cryptosuite: suiteOf(format).sign(document), signer: key, date: now });
      return copy(await vc.issue({ credential: copy(document), suite, documentLoader: loadOffline, now }));
    };
  },
};

/** What a holder shows of a base proof who keeps back nothing that these JSON pointers reach. */
export async function deriveTheirs(base: JsonObject, selectivePointers: readonly string[]): Promise<JsonObject> {
  const suite = new DataIntegrityProof({ cryptosuite: ecdsaSd2023.createDiscloseCryptosuite({ selectivePointers }) });
  return copy(await vc.derive({ verifiableCredential: copy(base), suite, documentLoader: loadOffline }));
}
