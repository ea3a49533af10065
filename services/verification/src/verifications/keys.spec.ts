import { describe, expect, it } from '@jest/globals';
import { didKey, encodeMultikey, type PublicKey, publicKeyOf } from '@laurel/credentials';
import type { Issuer } from '@laurel/events';
import { generateKeyPairSync } from 'node:crypto';
import { issuer as sample } from '../samples/first-aid.js';
import { keyOf } from './keys.js';

const publicKey = publicKeyOf(generateKeyPairSync('ed25519').publicKey) as PublicKey<'Ed25519'>;
const [multikey, did] = [encodeMultikey(publicKey), didKey(publicKey)];
const key = (id: string) => ({ id, publicKeyMultibase: multikey, from: '2026-11-24T09:00:00.000Z' });
const web: Issuer = { ...sample, keys: [key(`${sample.id}#k1`)] };
const keyed: Issuer = { ...sample, id: did, keys: [key(`${did}#${multikey}`)] };

describe('a key of an issuer of ours', () => {
  it.each<[string, Issuer, string, 'assertionMethod' | 'authentication', object | undefined]>([
    ['is for credentials', web, `${sample.id}#k1`, 'assertionMethod', { publicKey, controller: sample.id }],
    ['is not for presentations, which its document does not allow', web, `${sample.id}#k1`, 'authentication', expect.objectContaining({ code: 'key-not-for-purpose' })],
    ['that is a did:key is for both', keyed, `${did}#${multikey}`, 'authentication', { publicKey, controller: did }],
    ['must be there', web, `${sample.id}#k2`, 'assertionMethod', expect.objectContaining({ code: 'unknown-key' })],
    ['is not one of another DID', web, 'did:web:other.example#k1', 'assertionMethod', undefined],
    ['is not one of a DID that begins alike', web, `${sample.id}x#k1`, 'assertionMethod', undefined],
  ])('%s', (_, issuer, method, purpose, expected) => expect(keyOf(issuer, method, purpose)).toEqual(expected));
});
