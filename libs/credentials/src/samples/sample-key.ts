import { createECDH, createPrivateKey, type KeyObject } from 'node:crypto';
import { didKey, didKeyVerificationMethod } from '../did/did-key.js';
import { publicKeyOf, type PublicKey, type SigningKeyType } from '../keys/public-key.js';
import { type Signer, signWith } from '../keys/signature.js';

const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');
const CURVES = { 'P-256': { name: 'prime256v1', size: 32 }, 'P-384': { name: 'secp384r1', size: 48 }, 'P-521': { name: 'secp521r1', size: 66 } } as const;

export interface SampleSigner extends Signer {
  readonly did: string;
  readonly privateKey: KeyObject;
}

/** A signer in memory from a number, each time the same, with a did:key; public, so for samples and tests only. */
export function sampleSigner(seed: number, type: SigningKeyType = 'Ed25519'): SampleSigner {
  const privateKey = type === 'Ed25519' ? ed25519Key(seed) : curveKey(seed, type);
  const publicKey = publicKeyOf(privateKey) as PublicKey<SigningKeyType>;
  const did = didKey(publicKey);
  return { did, privateKey, publicKey, verificationMethod: didKeyVerificationMethod(did), sign: (bytes) => signWith(type, privateKey, bytes) };
}

const ed25519Key = (seed: number): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, Buffer.alloc(32, seed)]), format: 'der', type: 'pkcs8' });

function curveKey(seed: number, type: keyof typeof CURVES): KeyObject {
  const { name, size } = CURVES[type];
  const secret = Buffer.alloc(size, seed);
  // The order of P-521 has 521 bits, not 528.
  if (type === 'P-521') secret[0] = 0;
  const ecdh = createECDH(name);
  ecdh.setPrivateKey(secret);
  const point = ecdh.getPublicKey();
  const [x, y] = [point.subarray(1, 1 + size), point.subarray(1 + size)].map((each) => each.toString('base64url'));
  return createPrivateKey({ key: { kty: 'EC', crv: type, d: secret.toString('base64url'), x: x ?? '', y: y ?? '' }, format: 'jwk' });
}
