import { describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { sampleSigner } from '../samples/sample-key.js';
import { decodeMultikey, encodeMultikey } from './multikey.js';
import { publicKeyOf, publicKeyOfJwk, publicKeyToJwk, SIGNING_KEY_TYPES } from './public-key.js';
import { signChecked, verifySignature } from './signature.js';

const refused = expect.objectContaining({ code: 'invalid-key' });
const bytes = Buffer.from('what was learned');

describe.each(SIGNING_KEY_TYPES)('a key of %s', (type) => {
  const signer = sampleSigner(3, type);
  it('goes to Multikey and JWK and back', () => {
    expect(decodeMultikey(encodeMultikey(signer.publicKey))).toEqual(signer.publicKey);
    expect(publicKeyOfJwk(publicKeyToJwk(signer.publicKey))).toEqual(signer.publicKey);
    expect(publicKeyOf(signer.privateKey)).toEqual(signer.publicKey);
  });
  it('signs what it verifies', async () => {
    const signature = await signChecked(signer, bytes);
    expect(verifySignature(signer.publicKey, bytes, signature)).toBe(true);
    expect(verifySignature(signer.publicKey, Buffer.from('something else'), signature)).toBe(false);
    expect(verifySignature(sampleSigner(4, type).publicKey, bytes, signature)).toBe(false);
    expect(verifySignature(signer.publicKey, bytes, signature.slice(1))).toBe(false);
  });
  it('is checked at once', async () => {
    await expect(signChecked({ ...signer, sign: sampleSigner(4, type).sign }, bytes)).rejects.toMatchObject({ code: 'signature-mismatch' });
  });
  it.each(['f6mk', 'z', 'z0OIl', encodeMultikey(signer.publicKey).slice(0, -3), ''])('is not in %j', (multikey) => expect(() => decodeMultikey(multikey)).toThrow(refused));
  it('has its length', () => expect(() => encodeMultikey({ type, bytes: new Uint8Array(31) })).toThrow(refused));
});

// Data Integrity EdDSA and ECDSA Cryptosuites 1.0, appendix B.
it.each(['z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2', 'zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP'])('the key of the W3C vectors %s', (multikey) => {
  expect(encodeMultikey(decodeMultikey(multikey))).toBe(multikey);
});

describe('RSA', () => {
  it('is verified from 2,048 bits on', () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    expect(publicKeyOf(publicKey).type).toBe('RSA');
    expect(() => publicKeyOf(generateKeyPairSync('rsa', { modulusLength: 1_024 }).publicKey)).toThrow(refused);
  });
});

it.each([null, {}, { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }, { ...publicKeyToJwk(sampleSigner(1, 'P-256').publicKey), y: publicKeyToJwk(sampleSigner(2, 'P-256').publicKey).y }, { kty: 'OKP', crv: 'X25519', x: 'AA' }])('no key is %j', (jwk) => {
  expect(() => publicKeyOfJwk(jwk)).toThrow(refused);
});
