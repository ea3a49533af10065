import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { didKey, didKeyVerificationMethod, encodeMultikey, type PublicKey, publicKeyOf, type SigningKeyType } from '@laurel/credentials';
import { answerJson, FakeClock, ForeignHost } from '@laurel/testing';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { ForeignDocuments } from '../fetching/foreign-documents.js';
import { ForeignKeys } from './foreign-keys.js';

const clock = new FakeClock();
const ed25519 = generateKeyPairSync('ed25519').publicKey;
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey;
let host: ForeignHost;
let keys: ForeignKeys;
let did: string;

beforeAll(async () => {
  host = await ForeignHost.listen();
  did = `did:web:localhost%3A${host.port}`;
});
afterAll(() => host.close());
beforeEach(() => {
  keys = new ForeignKeys(new ForeignDocuments(clock, { loopback: true, anyPort: true, ca: host.certificate }), clock);
});

const signing = (key: KeyObject) => publicKeyOf(key) as PublicKey<SigningKeyType>;
const multikey = (fragment: string, key: KeyObject, more: object = {}) => ({ id: `${did}#${fragment}`, type: 'Multikey', controller: did, publicKeyMultibase: encodeMultikey(signing(key)), ...more });
const jsonWebKey = (fragment: string, key: KeyObject, type: string) => ({ id: `${did}#${fragment}`, type, controller: did, publicKeyJwk: key.export({ format: 'jwk' }) });
const publish = (document: object, path = '/.well-known/did.json') => host.answers.set(path, answerJson(document, { 'content-type': 'application/did+json' }));

describe('a key of a did:web', () => {
  const at = (seconds: number) => new Date(clock.now().getTime() + seconds * 1_000).toISOString();
  const document = () => ({
    id: did,
    verificationMethod: [
      multikey('ed', ed25519), multikey('256', p256), jsonWebKey('384', p384, 'JsonWebKey'), jsonWebKey('old', p256, 'JsonWebKey2020'), { ...multikey('short', ed25519), id: '#short' },
      multikey('revoked', ed25519, { revoked: at(-1) }), multikey('revoked-later', ed25519, { revoked: at(60) }), multikey('expired', ed25519, { expires: at(0) }),
      multikey('others', ed25519, { controller: 'did:web:other.example' }), multikey('twice', ed25519, { publicKeyJwk: ed25519.export({ format: 'jwk' }) }), multikey('listed', ed25519),
    ],
    assertionMethod: [`${did}#ed`, `${did}#256`, `${did}#384`, '#old', '#short', `${did}#revoked`, `${did}#revoked-later`, `${did}#expired`, `${did}#others`, `${did}#twice`, `${did}#nowhere`, multikey('inside', p384)],
    authentication: [`${did}#ed`],
  });

  it.each<[string, 'assertionMethod' | 'authentication', KeyObject]>([
    ['ed', 'assertionMethod', ed25519],
    ['ed', 'authentication', ed25519],
    ['256', 'assertionMethod', p256],
    ['384', 'assertionMethod', p384],
    ['old', 'assertionMethod', p256],
    ['short', 'assertionMethod', ed25519],
    ['revoked-later', 'assertionMethod', ed25519],
    ['inside', 'assertionMethod', p384],
  ])('%s is found for %s', async (fragment, purpose, key) => {
    publish(document());
    expect(await keys.resolve(`${did}#${fragment}`, purpose)).toEqual({ publicKey: publicKeyOf(key), controller: did });
  });

  it.each<[string, 'assertionMethod' | 'authentication', string]>([
    ['', 'assertionMethod', 'invalid-verification-method'],
    ['none', 'assertionMethod', 'unknown-key'],
    ['nowhere', 'assertionMethod', 'unknown-key'],
    ['256', 'authentication', 'key-not-for-purpose'],
    ['inside', 'authentication', 'unknown-key'],
    ['listed', 'assertionMethod', 'key-not-for-purpose'],
    ['revoked', 'assertionMethod', 'key-revoked'],
    ['expired', 'assertionMethod', 'key-revoked'],
    ['others', 'assertionMethod', 'unknown-key'],
    ['twice', 'assertionMethod', 'unreadable-key'],
  ])('#%s is refused for %s: %s', async (fragment, purpose, code) => {
    publish(document());
    expect(await keys.resolve(`${did}#${fragment}`, purpose)).toMatchObject({ code });
  });
});

describe('the document of a did:web', () => {
  it('lies under the path of the DID, and says until when it is fresh', async () => {
    const id = `${did}:issuers:p1`;
    publish({ id, alsoKnownAs: ['https://example.org/'] }, '/issuers/p1/did.json');
    expect(await keys.didDocument(id)).toEqual({ document: { id, alsoKnownAs: ['https://example.org/'] }, askedAt: clock.now(), freshUntil: new Date(clock.now().getTime() + 60_000) });
  });

  it.each<[string, (id: string) => object]>([
    ['is about another', () => ({ id: 'did:web:other.example' })],
    ['spells its id in another way', (id) => ({ id: id.replace('%3A', '%3a') })],
    ['has no id', () => ({})],
    ['is a list', () => []],
    ['has a key without controller', (id) => ({ id, verificationMethod: [{ id: '#a', type: 'Multikey' }] })],
    ['has a key revoked at no time', (id) => ({ id, verificationMethod: [{ id: '#a', type: 'Multikey', controller: id, revoked: 'yes' }] })],
  ])('that %s is none', async (_what, document) => {
    publish(document(did));
    expect(await keys.didDocument(did)).toMatchObject({ code: 'invalid-did-document' });
    expect(await keys.resolve(`${did}#a`, 'assertionMethod')).toMatchObject({ code: 'invalid-did-document' });
  });

  it('that is not there is why there is no key', async () => {
    expect(await keys.didDocument(`${did}:none`)).toMatchObject({ code: 'fetch-http-status', params: { status: 404 } });
    expect(await keys.resolve(`${did}:none#a`, 'assertionMethod')).toMatchObject({ code: 'did-unavailable', params: { did: `${did}:none` } });
  });

  it.each([
    ['did:web:', 'invalid-did'],
    ['did:web:example.com:..:x', 'invalid-did'],
    ['did:web:example.com/x', 'invalid-did'],
    ['did:web:user@example.com', 'invalid-did'],
    ['did:web:example.com%2Fx', 'invalid-did'],
    ['did:web:example.com?x=1', 'invalid-did'],
    ['did:key:z6Mk', 'unsupported-did-method'],
    ['did:example:1', 'unsupported-did-method'],
    ['https://example.com/', 'unsupported-did-method'],
    ['did:web:10.0.0.1', 'fetch-refused-address'],
    ['did:web:169.254.169.254', 'fetch-refused-address'],
    ['did:web:0.0.0.0', 'fetch-refused-address'],
  ])('%s is not looked up: %s', async (other, code) => {
    const before = host.connections;
    expect(await keys.didDocument(other)).toMatchObject({ code });
    expect(host.connections).toBe(before);
  });

  it('is not looked up on this machine unless that is allowed', async () => {
    const before = host.connections;
    const usual = new ForeignKeys(new ForeignDocuments(clock, { loopback: false, anyPort: false, ca: host.certificate }), clock);
    for (const each of [did, 'did:web:localhost', 'did:web:127.0.0.1']) expect(await usual.resolve(`${each}#a`, 'assertionMethod')).toMatchObject({ code: 'did-unavailable' });
    expect(host.connections).toBe(before);
  });
});

it('a did:key and a did:jwk are found without asking anybody', async () => {
  const before = host.connections;
  const key = signing(ed25519);
  expect(await keys.resolve(didKeyVerificationMethod(didKey(key)), 'assertionMethod')).toEqual({ publicKey: key, controller: didKey(key) });
  const didJwk = `did:jwk:${Buffer.from(JSON.stringify(p256.export({ format: 'jwk' }))).toString('base64url')}`;
  expect(await keys.resolve(`${didJwk}#0`, 'authentication')).toEqual({ publicKey: publicKeyOf(p256), controller: didJwk });
  expect(host.connections).toBe(before);
});
