import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { didKey, didKeyVerificationMethod } from '../did/did-key.js';
import type { Signer } from '../proof/credential-signer.js';

const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A signer in memory from a seed of 32 bytes, each the same; public, so for samples and tests only. */
export function sampleSigner(seed: number): Signer & { readonly did: string; readonly seed: Uint8Array } {
  const bytes = Buffer.alloc(32, seed);
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, bytes]), format: 'der', type: 'pkcs8' });
  const publicKey = Buffer.from(createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '', 'base64url');
  const did = didKey(publicKey);
  return { did, seed: bytes, publicKey, verificationMethod: didKeyVerificationMethod(did), sign: (data) => sign(null, data, privateKey) };
}
