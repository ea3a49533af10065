import { describe, expect, test } from '@jest/globals';
import { decodeMultikey, publicKeyOf } from '@laurel/credentials';
import { didOfKey, type Provider } from '@laurel/events';
import { PublicOrigin } from '@laurel/runtime';
import { createPrivateKey } from 'node:crypto';
import { completed, newIssuer } from './issuer.js';
import { multikeyOf } from './signing-key.js';

const NOW = '2026-11-24T09:00:00.000Z';
const LATER = '2026-11-25T09:00:00.000Z';
const provider: Provider = { id: '0193609a-0000-7000-8000-000000000001', name: 'Public library', url: 'https://library.example', setting: 'library', status: 'approved', changedAt: NOW };
const [plain, secure] = [new PublicOrigin('http://127.0.0.1:8080'), new PublicOrigin('https://learning.example:8443')];
const CREDENTIALS = ['credentials Ed25519', 'credentials P-256', 'credentials P-384'];
const kindsOf = (keys: readonly { use: string; type: string }[]) => keys.map(({ use, type }) => `${use} ${type}`);

describe('a new issuer', () => {
  test('of an origin without https is a did:key, with further keys that are did:keys themselves and sign everything', () => {
    const { issuer, keys } = newIssuer(provider, plain, NOW);
    expect(issuer).toMatchObject({ providerId: provider.id, name: provider.name, url: provider.url, version: 1 });
    expect(issuer.keys.map(({ id }) => id)).toEqual(issuer.keys.map(({ publicKeyMultibase }) => `did:key:${publicKeyMultibase}#${publicKeyMultibase}`));
    expect(issuer.id).toBe(issuer.keys[0] && didOfKey(issuer.keys[0]));
    expect(kindsOf(keys)).toEqual(CREDENTIALS);
  });

  test('of an https origin is a did:web with keys for each use', () => {
    const { issuer, keys } = newIssuer(provider, secure, NOW);
    expect(issuer.id).toBe(`did:web:learning.example%3A8443:issuers:${provider.id}`);
    expect(new Set(issuer.keys.map(didOfKey))).toEqual(new Set([issuer.id]));
    expect(kindsOf(keys)).toEqual([...CREDENTIALS, 'status-lists Ed25519', 'status-lists P-256']);
    expect(new Set(issuer.keys.map(({ publicKeyMultibase }) => publicKeyMultibase)).size).toBe(5);
  });

  test.each([plain, secure])('of %j has private keys that belong to what it publishes', (origin) => {
    const { issuer, keys } = newIssuer(provider, origin, NOW);
    const published = keys.map(({ pkcs8 }) => publicKeyOf(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })));
    expect(issuer.keys.map(({ id }) => decodeMultikey(multikeyOf(id)))).toEqual(published);
    expect(published.map(({ type }) => type)).toEqual(keys.map(({ type }) => type));
  });
});

describe('an issuer from before there were keys of all kinds', () => {
  test.each([[plain, 1, 2], [secure, 2, 3]])('of %j keeps the keys and the DID that it has and gets the others', (origin, had, missing) => {
    const made = newIssuer(provider, origin, NOW);
    const old = made.keys.filter(({ type }) => type === 'Ed25519');
    const before = { ...made.issuer, keys: made.issuer.keys.filter(({ id }) => old.some((key) => key.id === id)) };
    const { issuer, keys } = completed(before, old, LATER) ?? made;
    expect(issuer).toMatchObject({ id: before.id, version: 2 });
    expect(issuer.keys.slice(0, had)).toEqual(before.keys);
    expect(issuer.keys.slice(had).map(({ id, from }) => [id, from])).toEqual(keys.map(({ id }) => [id, LATER]));
    expect(keys).toHaveLength(missing);
    expect(completed(issuer, [...old, ...keys], LATER)).toBeUndefined();
  });
});
