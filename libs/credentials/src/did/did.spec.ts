import { describe, expect, it } from '@jest/globals';
import { encodeMultikey } from '../keys/multikey.js';
import { publicKeyToJwk } from '../keys/public-key.js';
import { sampleSigner } from '../samples/sample-key.js';
import { didDocument, ForeignDidDocument, keyInDocument } from './did-document.js';
import { didJwk, didJwkVerificationMethod } from './did-jwk.js';
import { parseDidKey, resolveDidKey } from './did-key.js';
import { didWeb, didWebUrl } from './did-web.js';
import { resolveOffline } from './resolve-offline.js';

const { did, publicKey, verificationMethod } = sampleSigner(1);
const refused = (code: string) => expect.objectContaining({ code });

describe('did:key', () => {
  it.each(['Ed25519', 'P-256', 'P-384', 'P-521'] as const)('holds its key of %s', (type) => {
    const signer = sampleSigner(1, type);
    expect(parseDidKey(signer.did)).toEqual(signer.publicKey);
    expect(resolveDidKey(signer.verificationMethod)).toEqual({ publicKey: signer.publicKey, controller: signer.did });
  });

  it.each([
    ['did:web:example.com#1', 'unsupported-did-method'],
    [did, 'invalid-verification-method'],
    [`${did}#key-1`, 'invalid-verification-method'],
    [`${verificationMethod}#x`, 'invalid-verification-method'],
    ['did:key:z6Mk#z6Mk', 'unreadable-key'],
    ['', 'unsupported-did-method'],
  ])('does not resolve %s: %s', (method, code) => expect(resolveDidKey(method)).toMatchObject({ code }));
});

describe('did:jwk', () => {
  it.each(['Ed25519', 'P-256', 'P-384', 'P-521'] as const)('holds its key of %s', (type) => {
    const signer = sampleSigner(1, type);
    const id = didJwk(signer.publicKey);
    expect(resolveOffline(didJwkVerificationMethod(id), 'assertionMethod')).toEqual({ publicKey: signer.publicKey, controller: id });
  });

  const encode = (jwk: object) => `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`;
  const jwk = publicKeyToJwk(publicKey);
  it.each([
    [`${encode(jwk)}#1`, 'invalid-verification-method'],
    [encode(jwk), 'invalid-verification-method'],
    [`${encode({ ...jwk, use: 'enc' })}#0`, 'key-not-for-purpose'],
    [`${encode({ ...jwk, d: 'AAAA' })}#0`, 'unreadable-key'],
    [`${encode({ ...jwk, x: 'AAAA' })}#0`, 'unreadable-key'],
    [`${encode({ kty: 'oct', k: 'AAAA' })}#0`, 'unreadable-key'],
    ['did:jwk:!!!#0', 'unreadable-key'],
    ['did:jwk:e30=#0', 'unreadable-key'],
  ])('does not resolve %s: %s', (method, code) => expect(resolveOffline(method, 'assertionMethod')).toMatchObject({ code }));
});

describe('did:web', () => {
  it.each([
    ['https://laurel.example', 'did:web:laurel.example:issuers:p1'],
    ['https://laurel.example:8443', 'did:web:laurel.example%3A8443:issuers:p1'],
    ['https://127.0.0.1:8443', 'did:web:127.0.0.1%3A8443:issuers:p1'],
  ])('of %s is %s, and leads back', (origin, expected) => {
    expect(didWeb(origin, 'p1')).toBe(expected);
    expect(didWebUrl(expected)).toBe(`${origin}/issuers/p1/did.json`);
  });

  it.each(['http://laurel.example', 'https://laurel.example/', 'https://laurel.example/path', 'https://u:p@laurel.example', 'laurel.example', ''])('needs an https origin, not %j', (origin) => {
    expect(() => didWeb(origin, 'p1')).toThrow(refused('invalid-did'));
  });
  it.each(['', 'a:b', '../x', 'a/b', 'ä'])('refuses a provider named %j', (providerId) => expect(() => didWeb('https://laurel.example', providerId)).toThrow(refused('invalid-did')));

  it('without a path lies in .well-known', () => expect(didWebUrl('did:web:library.example')).toBe('https://library.example/.well-known/did.json'));
  it.each(['did:web:', 'did:web:a:..:b', 'did:web:a:%2e%2e', 'did:web:a:b%2Fc', 'did:web:a@b', 'did:web:a/b', 'did:web:a%3A80%3A81', 'did:web:a::b', 'did:web:a#b', 'did:key:z6Mk', 'did:web:LIBRARY.example'])('does not lead from %s', (id) => {
    expect(() => didWebUrl(id)).toThrow(refused('invalid-did'));
  });
});

describe('a DID document', () => {
  const id = 'did:web:laurel.example:issuers:p1';
  const [now, key] = [new Date('2026-11-24T09:30:00Z'), { publicKey, controller: id }];
  const ours = didDocument(id, [{ id: 'k1', publicKey }, { id: 'k2', publicKey: sampleSigner(2).publicKey }]);
  const method = { id: '#k1', type: 'JsonWebKey', controller: id, publicKeyJwk: publicKeyToJwk(publicKey) };
  const resolve = (document: object, purpose: 'assertionMethod' | 'authentication' = 'assertionMethod') => keyInDocument(ForeignDidDocument.parse(document), `${id}#k1`, purpose, now);

  it('of ours lists keys that are retired too', () => {
    expect(ours).toEqual({
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
      id,
      verificationMethod: [
        { id: `${id}#k1`, type: 'Multikey', controller: id, publicKeyMultibase: encodeMultikey(publicKey) },
        { id: `${id}#k2`, type: 'Multikey', controller: id, publicKeyMultibase: encodeMultikey(sampleSigner(2).publicKey) },
      ],
      assertionMethod: [`${id}#k1`, `${id}#k2`],
    });
    expect(resolve(ours)).toEqual(key);
  });

  it.each<[string, object]>([
    ['in place', { id, assertionMethod: [method] }],
    ['by a relative reference', { id, verificationMethod: [method], assertionMethod: ['#k1'] }],
    ['that ends in time to come', { id, verificationMethod: [{ ...method, expires: '2027-01-01T00:00:00Z' }], assertionMethod: [`${id}#k1`] }],
  ])('gives a key %s', (_, document) => expect(resolve(document)).toEqual(key));

  it.each<[string, string, object]>([
    ['that is not there', 'unknown-key', { id }],
    ['that is referred to only', 'unknown-key', { id, assertionMethod: ['#k1'] }],
    ['that is listed only', 'key-not-for-purpose', { id, verificationMethod: [method] }],
    ['for another purpose', 'key-not-for-purpose', { id, verificationMethod: [method], authentication: ['#k1'] }],
    ['of another controller', 'unknown-key', { id, assertionMethod: [{ ...method, controller: 'did:web:other.example' }] }],
    ['that was revoked', 'key-revoked', { id, assertionMethod: [{ ...method, revoked: '2026-01-01T00:00:00Z' }] }],
    ['that expired', 'key-revoked', { id, assertionMethod: [{ ...method, expires: '2026-11-24T09:30:00Z' }] }],
    ['twice', 'unreadable-key', { id, assertionMethod: [{ ...method, publicKeyMultibase: encodeMultikey(publicKey) }] }],
    ['of a kind unknown here', 'unreadable-key', { id, assertionMethod: [{ ...method, publicKeyJwk: { kty: 'EC', crv: 'secp256k1' } }] }],
  ])('gives no key %s: %s', (_, code, document) => expect(resolve(document)).toMatchObject({ code }));
});
