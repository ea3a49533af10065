import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Provider } from '@laurel/events';
import { newId, PublicOrigin, type Database, type Transaction } from '@laurel/runtime';
import { FakeClock, scratchDatabase } from '@laurel/testing';
import { randomBytes } from 'node:crypto';
import { entities, migrations, schema } from '../database.js';
import { Issuers } from '../issuers/issuers.js';
import { KeySeal } from '../issuers/key-seal.js';
import { Signatory } from '../issuers/signatory.js';
import { TakePlaces } from './take-places.js';

describe('taking places in status lists', () => {
  const [clock, seal] = [new FakeClock(), new KeySeal(randomBytes(32))];
  const takePlaces = (origin: string) => new TakePlaces(clock, new PublicOrigin(origin), seal, new Signatory(seal));
  let database: Database;
  let issuers: Issuers;

  const newProvider = async (): Promise<string> => {
    const provider: Provider = { id: newId(), name: 'Public library', setting: 'library', status: 'approved', changedAt: clock.now().toISOString() };
    await database.asPipeline((tx) => issuers.establish(tx, [provider]));
    return provider.id;
  };
  const take = async (tx: Transaction, wanted: Record<string, number>, origin = 'http://laurel.test') =>
    takePlaces(origin).take(tx, await issuers.acting(tx, Object.keys(wanted)), new Map(Object.entries(wanted)));

  beforeAll(async () => {
    database = await scratchDatabase(schema, { entities, migrations });
    issuers = new Issuers(database, clock, new PublicOrigin('http://laurel.test'), seal);
  });
  afterAll(() => database.close());

  test('gives each provider of a batch places in lists of its own, none twice', async () => {
    const [one, other] = [await newProvider(), await newProvider()];
    const first = await database.asPipeline((tx) => take(tx, { [one]: 300, [other]: 2 }));
    const second = await database.asPipeline((tx) => take(tx, { [one]: 300, [other]: 2 }));
    const places = [...(first.get(one) ?? []), ...(second.get(one) ?? [])];
    expect(new Set(places.map(({ index }) => index)).size).toBe(600);
    expect(new Set(places.map(({ revocationList }) => revocationList)).size).toBe(1);
    expect(first.get(other)?.[0]?.revocationList).not.toBe(places[0]?.revocationList);
  });

  test('gives nothing away for good in a transaction that ends in nothing, nor anything twice after it', async () => {
    const provider = await newProvider();
    await database.asPipeline((tx) => take(tx, { [provider]: 1 }));
    await expect(database.asPipeline(async (tx) => {
      await take(tx, { [provider]: 10 });
      throw new Error('killed');
    })).rejects.toThrow('killed');
    const [row] = await database.pipelines.query('select taken from status_list_pairs where provider_id = $1', [provider]);
    expect(row).toEqual({ taken: 1 });
  });

  test('does not let batches that run at once wait for each other', async () => {
    const provider = await newProvider();
    await database.asPipeline((tx) => take(tx, { [provider]: 1 }));
    const pairs = await database.asPipeline(async (tx) => {
      const held = await take(tx, { [provider]: 5 });
      const beside = await database.asPipeline((second) => take(second, { [provider]: 5 }));
      return [held, beside].map((places) => places.get(provider)?.[0]?.pairId);
    });
    expect(new Set(pairs).size).toBe(2);
    const again = await database.asPipeline((tx) => take(tx, { [provider]: 5 }));
    expect(pairs).toContain(again.get(provider)?.[0]?.pairId);
  });

  test('opens the next pair when the last places do not suffice', async () => {
    const provider = await newProvider();
    const [first] = (await database.asPipeline((tx) => take(tx, { [provider]: 131_070 }))).get(provider) ?? [];
    const [second] = (await database.asPipeline((tx) => take(tx, { [provider]: 3 }))).get(provider) ?? [];
    const last = (await database.asPipeline((tx) => take(tx, { [provider]: 2 }))).get(provider) ?? [];
    expect(second?.pairId).not.toBe(first?.pairId);
    expect(last.map(({ pairId }) => pairId)).toEqual([first?.pairId, first?.pairId]);
  });

  test('begins lists of their own under another origin', async () => {
    const provider = await newProvider();
    await database.asPipeline((tx) => take(tx, { [provider]: 1 }));
    const moved = await database.asPipeline((tx) => take(tx, { [provider]: 1 }, 'https://learning.example'));
    expect(moved.get(provider)?.[0]?.suspensionList).toMatch(/^https:\/\/learning\.example\/v1\/status-lists\//);
  });
});
