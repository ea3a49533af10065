import { describe, expect, it } from '@jest/globals';
import { sampleSigner } from '../samples/sample-key.js';
import { didKey, parseDidKey, resolveDidKey } from './did-key.js';
import { didDocument, didWeb } from './did-web.js';
import { decodeMultikey, encodeMultikey } from './multikey.js';

const { did, publicKey, verificationMethod } = sampleSigner(1);
const refused = (code: string) => expect.objectContaining({ code });

describe('did:key', () => {
  // The key of the test vectors in Data Integrity EdDSA Cryptosuites 1.0, appendix B.
  it('is the key of the W3C vectors', () => {
    const multikey = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2';
    expect(encodeMultikey(decodeMultikey(multikey))).toBe(multikey);
    expect(Buffer.from(decodeMultikey(multikey)).toString('hex')).toHaveLength(64);
  });

  it('holds its key', () => {
    expect(parseDidKey(did)).toEqual(new Uint8Array(publicKey));
    expect(resolveDidKey(verificationMethod)).toEqual({ publicKey: new Uint8Array(publicKey), controller: did });
  });

  it.each([
    ['did:web:example.com#1', 'unsupported-did-method'],
    [did, 'invalid-verification-method'],
    [`${did}#key-1`, 'invalid-verification-method'],
    [`${verificationMethod}#x`, 'invalid-verification-method'],
    ['did:key:z6Mk#z6Mk', 'unknown-key'],
    ['did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169#zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169', 'unknown-key'],
    ['', 'unsupported-did-method'],
  ])('does not resolve %s: %s', (method, code) => expect(resolveDidKey(method)).toMatchObject({ code }));

  it.each(['f6mk', 'z', 'z0OIl', encodeMultikey(publicKey).slice(0, -3), ''])('has no key in %j', (multikey) => {
    expect(() => decodeMultikey(multikey)).toThrow(refused('invalid-key'));
  });
  it('takes 32 bytes', () => expect(() => didKey(new Uint8Array(33))).toThrow(refused('invalid-key')));
});

describe('did:web', () => {
  it.each([
    ['https://laurel.example', 'did:web:laurel.example:issuers:p1'],
    ['https://laurel.example:8443', 'did:web:laurel.example%3A8443:issuers:p1'],
    ['https://127.0.0.1:8443', 'did:web:127.0.0.1%3A8443:issuers:p1'],
  ])('of %s is %s', (origin, expected) => expect(didWeb(origin, 'p1')).toBe(expected));

  it.each(['http://laurel.example', 'https://laurel.example/', 'https://laurel.example/path', 'https://u:p@laurel.example', 'laurel.example', ''])('needs an https origin, not %j', (origin) => {
    expect(() => didWeb(origin, 'p1')).toThrow(refused('invalid-did'));
  });
  it.each(['', 'a:b', '../x', 'a/b', 'ä'])('refuses a provider named %j', (providerId) => expect(() => didWeb('https://laurel.example', providerId)).toThrow(refused('invalid-did')));

  it('lists keys that are retired too', () => {
    const id = 'did:web:laurel.example:issuers:p1';
    const document = didDocument(id, [{ id: 'k1', publicKey }, { id: 'k2', publicKey: sampleSigner(2).publicKey }]);
    expect(document).toEqual({
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
      id,
      verificationMethod: [
        { id: `${id}#k1`, type: 'Multikey', controller: id, publicKeyMultibase: encodeMultikey(publicKey) },
        { id: `${id}#k2`, type: 'Multikey', controller: id, publicKeyMultibase: encodeMultikey(sampleSigner(2).publicKey) },
      ],
      assertionMethod: [`${id}#k1`, `${id}#k2`],
    });
  });
});
