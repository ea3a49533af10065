import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { didOfKey, type Issuer, type Provider } from '@laurel/events';
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

  test('publish all keys of a did:web, and act with the one that each use has', async () => {
    const issuers = new Issuers(database, clock, origin, seal);
    const { id, verificationMethod, assertionMethod } = await issuers.didDocument(provider.id);
    const acting = (await database.asPipeline((tx) => issuers.acting(tx, [provider.id]))).get(provider.id);
    expect(id).toBe(`did:web:learning.example:issuers:${provider.id}`);
    expect(verificationMethod).toHaveLength(5);
    expect(assertionMethod).toEqual(expect.arrayContaining([acting?.keys.credentials.id, acting?.keys['status-lists'].id]));
    const others = await Promise.all((['P-256', 'P-384'] as const).map((type) => issuers.key(provider.id, { use: 'status-lists', type })));
    expect(others.map(({ use }) => use)).toEqual(['status-lists', 'credentials']);
    expect(assertionMethod).toEqual(expect.arrayContaining(others.map(({ id }) => id)));
  });

  describe('from before there were keys of all kinds', () => {
    const withoutThem = async (id: string) => {
      await database.pipelines.query(`delete from signing_keys where provider_id = $1 and type <> 'Ed25519'`, [id]);
      await database.pipelines.query(`update issuers set keys = jsonb_build_array(keys->0) where provider_id = $1`, [id]);
    };
    const keysToldOf = async (id: string) => {
      const told: { payload: string }[] = await database.pipelines.query('select payload from outbox where aggregateid = $1 order by seq', [id]);
      return told.map(({ payload }): Issuer => JSON.parse(payload).data).map(({ keys }) => keys.length);
    };

    test.each<[string, (issuers: Issuers, id: string) => Promise<unknown>]>([
      ['when they are first asked for, however often at once', (issuers, id) => Promise.all(Array.from({ length: 4 }, () => issuers.key(id, { use: 'credentials', type: 'P-256' })))],
      ['when the service starts, in two processes at once', (issuers) => Promise.all([issuers.onModuleInit(), issuers.onModuleInit()])],
    ])('get them once and tell of them, %s', async (_, ask) => {
      const [issuers, id] = [new Issuers(database, clock, new PublicOrigin('http://laurel.test'), seal), newId()];
      await database.asPipeline((tx) => issuers.establish(tx, [{ ...provider, id }]));
      await withoutThem(id);
      await ask(issuers, id);
      expect(await keysToldOf(id)).toEqual([3, 3]);
      const keys: { id: string }[] = await database.pipelines.query('select id from signing_keys where provider_id = $1', [id]);
      expect(new Set(keys.map(didOfKey)).size).toBe(3);
      expect((await issuers.key(id, { use: 'credentials', type: 'P-256' })).id).toMatch(/^did:key:zDna/);
      expect(await issuers.didDocument(id)).toMatchObject({ assertionMethod: [expect.stringMatching(/^did:key:z6Mk/)] });
    });
  });

  test('keep no private key in clear, nor within reach of a request', async () => {
    const keys: { sealed: Buffer }[] = await database.pipelines.query('select sealed from signing_keys where provider_id = $1', [provider.id]);
    // An unsealed key in PKCS #8 has one of these object identifiers: Ed25519 (RFC 8410 section 3), elliptic curves (RFC 5480 section 2.1.1).
    const clear = ['06032b6570', '06072a8648ce3d0201'].map((oid) => Buffer.from(oid, 'hex'));
    expect(keys.filter(({ sealed }) => clear.some((oid) => sealed.includes(oid)))).toEqual([]);
    expect(keys).toHaveLength(5);
    expect(await database.asTenant(tenantOf(provider.id), (tx) => tx.query('select id from signing_keys'))).toEqual([]);
  });
});
