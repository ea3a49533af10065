import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as ed25519 from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { bundledContexts, didKey, didKeyVerificationMethod, encodeMultikey, publicKeyOf, type PublicKey, type SigningKeyType } from '@laurel/credentials';
import { base58 } from '@scure/base';
import { generateKeyPairSync } from 'node:crypto';

/** Multicodec prefix of an Ed25519 private key (Multikey, section 2.1.4 of Controlled Identifiers 1.0). */
const SECRET_PREFIX = [0x80, 0x26];

export type Issue = (unsigned: object) => Promise<object>;

/** `@digitalbazaar/vc` with eddsa-rdfc-2022 and a key in memory; contexts are those that we sign with. */
export async function digitalBazaar(): Promise<Issue> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const [publicKey, seed] = [publicKeyOf(privateKey) as PublicKey<SigningKeyType>, Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url')];
  const did = didKey(publicKey);
  const key = await ed25519.from({
    type: 'Multikey', id: didKeyVerificationMethod(did), controller: did,
    publicKeyMultibase: encodeMultikey(publicKey), secretKeyMultibase: `z${base58.encode(Uint8Array.of(...SECRET_PREFIX, ...seed))}`,
  });
  const suite = new DataIntegrityProof({ cryptosuite, signer: key.signer() });
  return (unsigned) => vc.issue({ credential: unsigned, suite, documentLoader: bundledContexts.documentLoader });
}
