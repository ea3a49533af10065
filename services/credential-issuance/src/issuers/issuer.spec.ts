import { describe, expect, test } from '@jest/globals';
import { parseDidKey } from '@laurel/credentials';
import type { Provider } from '@laurel/events';
import { PublicOrigin } from '@laurel/runtime';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { multikeyOf, newIssuer } from './issuer.js';

const NOW = '2026-11-24T09:00:00.000Z';
const provider: Provider = { id: '0193609a-0000-7000-8000-000000000001', name: 'Public library', url: 'https://library.example', setting: 'library', status: 'approved', changedAt: NOW };

describe('a new issuer', () => {
  test('of an origin without https is a did:key, whose one key signs everything', () => {
    const { issuer, keys } = newIssuer(provider, new PublicOrigin('http://127.0.0.1:8080'), NOW);
    expect(issuer).toMatchObject({ providerId: provider.id, name: provider.name, url: provider.url, version: 1, keys: [{ id: `${issuer.id}#${issuer.id.slice('did:key:'.length)}`, from: NOW }] });
    expect(keys.map(({ use }) => use)).toEqual(['credentials']);
  });

  test('of an https origin is a did:web with a key for each use', () => {
    const { issuer, keys } = newIssuer(provider, new PublicOrigin('https://learning.example:8443'), NOW);
    expect(issuer.id).toBe(`did:web:learning.example%3A8443:issuers:${provider.id}`);
    expect(keys.map(({ use }) => use)).toEqual(['credentials', 'status-lists']);
    expect(new Set(issuer.keys.map(({ publicKeyMultibase }) => publicKeyMultibase)).size).toBe(2);
  });

  test.each(['http://127.0.0.1:8080', 'https://learning.example'])('of %s has private keys that belong to what it publishes', (origin) => {
    const { issuer, keys } = newIssuer(provider, new PublicOrigin(origin), NOW);
    const published = keys.map(({ pkcs8 }) => createPublicKey(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })).export({ format: 'jwk' }).x);
    expect(issuer.keys.map(({ id }) => Buffer.from(parseDidKey(`did:key:${multikeyOf(id)}`).bytes).toString('base64url'))).toEqual(published);
  });
});
