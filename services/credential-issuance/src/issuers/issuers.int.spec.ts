import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Provider } from '@laurel/events';
import { ConfigError, newId, PublicOrigin, tenantOf, type Database } from '@laurel/runtime';
import { FakeClock, scratchDatabase } from '@laurel/testing';
import { randomBytes } from 'node:crypto';
import { entities, migrations, schema } from '../database.js';
import { Issuers } from './issuers.js';
import { KeySeal } from './key-seal.js';

describe('issuers', () => {
  const [clock, origin, seal] = [new FakeClock(), new PublicOrigin('https://learning.example'), new KeySeal(randomBytes(32))];
  const provider: Provider = { id: newId(), name: 'Public library', setting: 'library', status: 'approved', changedAt: clock.now().toISOString() };
  let database: Database;

  beforeAll(async () => {
    database = await scratchDatabase(schema, { entities, migrations });
    const issuers = new Issuers(database, clock, origin, seal);
    await issuers.onModuleInit();
    await database.asPipeline((tx) => issuers.establish(tx, [provider]));
  });
  afterAll(() => database.close());

  test('do not start under another key-encryption key than the one that sealed their keys', async () => {
    await expect(new Issuers(database, clock, origin, new KeySeal(randomBytes(32))).onModuleInit()).rejects.toThrow(ConfigError);
    await expect(new Issuers(database, clock, origin, seal).onModuleInit()).resolves.toBeUndefined();
  });

  test('publish both keys of a did:web, and act with the one that each use has', async () => {
    const issuers = new Issuers(database, clock, origin, seal);
    const { id, verificationMethod, assertionMethod } = await issuers.didDocument(provider.id);
    const acting = (await database.asPipeline((tx) => issuers.acting(tx, [provider.id]))).get(provider.id);
    expect(id).toBe(`did:web:learning.example:issuers:${provider.id}`);
    expect(verificationMethod).toHaveLength(2);
    expect([acting?.keys.credentials.id, acting?.keys['status-lists'].id]).toEqual(assertionMethod);
  });

  test('keep no private key in clear, nor within reach of a request', async () => {
    const keys: { sealed: Buffer }[] = await database.pipelines.query('select sealed from signing_keys');
    // Of an unsealed Ed25519 key in PKCS #8 these are the first bytes (RFC 8410 section 7).
    expect(keys.filter(({ sealed }) => sealed.includes(Buffer.from('302e020100300506032b6570', 'hex')))).toEqual([]);
    expect(keys).toHaveLength(2);
    expect(await database.asTenant(tenantOf(provider.id), (tx) => tx.query('select id from signing_keys'))).toEqual([]);
  });
});
