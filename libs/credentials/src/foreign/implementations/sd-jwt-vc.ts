import { digest, ES256, generateSalt } from '@sd-jwt/crypto-nodejs';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { parseDidKey } from '../../did/did-key.js';
import type { JsonObject } from '../../document/json.js';
import { type PublicKey, publicKeyToJwk, type SigningKeyType } from '../../keys/public-key.js';
import { type Implementation, succeeds } from './implementation.js';

const HASHING = { hasher: digest, hashAlg: 'sha-256', saltGenerator: generateSalt } as const;

/** SD-JWT VC of the OpenWallet Foundation. */
export const sdJwtVcLibrary: Required<Implementation> = {
  name: '@sd-jwt/sd-jwt-vc',
  formats: ['sd-jwt-vc'],

  accepts: (_format, sent, now) => succeeds(async () => {
    const text = String(sent);
    const { jwt, disclosures = [] } = await new SDJwtVcInstance(HASHING).decode(text);
    const [did = ''] = String(jwt?.header?.kid).split('#');
    const verifier = await ES256.getVerifier(publicKeyToJwk(parseDidKey(did) as PublicKey<SigningKeyType>));
    const instance = new SDJwtVcInstance({ ...HASHING, verifier });
    const { payload } = await instance.verify(text, { currentDate: Math.floor(now.getTime() / 1_000), requiredClaimKeys: ['iss', 'vct'] });
    if (payload.iss !== did) throw new TypeError(`${did} has not the key of ${payload.iss}`);
    // A disclosure without its digest is to be refused (RFC 9901 section 7.1); it leaves it out, so whoever asks it counts.
    if ((await instance.presentableKeys(text)).length !== disclosures.length) throw new TypeError('a disclosure fits nothing');
  }),

  async secures(_format, { privateKey, verificationMethod, did }, now) {
    const instance = new SDJwtVcInstance({ ...HASHING, signer: await ES256.getSigner(privateKey.export({ format: 'jwk' })), signAlg: ES256.alg });
    return (document: JsonObject) => {
      const claims = { ...document, iss: did, vct: 'https://stranger.example/credential-types/record', iat: Math.floor(now.getTime() / 1_000) };
      return instance.issue(claims, { _sd: ['name', 'evidence'] as never[] }, { header: { kid: verificationMethod } });
    };
  },
};
