import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Provider } from '@laurel/events';
import { newId, PublicOrigin, type Database } from '@laurel/runtime';
import { FakeClock, scratchDatabase } from '@laurel/testing';
import { randomBytes } from 'node:crypto';
import { entities, migrations, schema } from '../database.js';
import { Issuers } from '../issuers/issuers.js';
import { KeySeal } from '../issuers/key-seal.js';
import { Signatory } from '../issuers/signatory.js';
import { EndpointKeys } from './endpoint-keys.js';

describe('the key of an endpoint', () => {
  const [clock, seal] = [new FakeClock(), new KeySeal(randomBytes(32))];
  const newProvider = (): Provider => ({ id: newId(), name: 'Public library', setting: 'library', status: 'approved', changedAt: clock.now().toISOString() });
  let database: Database;
  let issuers: Issuers;
  let keys: EndpointKeys;
  const establish = (provider: Provider) => database.asPipeline((tx) => issuers.establish(tx, [provider]));

  beforeAll(async () => {
    database = await scratchDatabase(schema, { entities, migrations });
    issuers = new Issuers(database, clock, new PublicOrigin('https://learning.example'), seal);
    keys = new EndpointKeys(database, issuers, new Signatory(seal));
  });
  afterAll(() => database.close());

  test.each([['eddsa-jcs-2022', 'z6Mk'], ['ecdsa-sd-2023', 'zDna'], ['ecdsa-jcs-2019-p384', 'z82L']] as const)('of %s signs as its did:web and as the did:key that it is', async (format, prefix) => {
    const provider = newProvider();
    await establish(provider);
    const { dids: [web = '', key = '', ...others], signerAs } = await keys.find(provider.id, format);
    expect([web, others]).toEqual([`did:web:learning.example:issuers:${provider.id}`, []]);
    expect(key).toMatch(new RegExp(`^did:key:${prefix}`));
    const multikey = key.slice('did:key:'.length);
    expect([signerAs(web), signerAs(key)].map(({ verificationMethod }) => verificationMethod)).toEqual([`${web}#${multikey}`, `${key}#${multikey}`]);
  });

  test('is waited for while the provider is on its way here, and not for ever', async () => {
    const provider = newProvider();
    const [found] = await Promise.all([keys.find(provider.id, 'eddsa-rdfc-2022'), establish(provider)]);
    expect(found.acting.issuer.name).toBe('Public library');
    await expect(keys.find(newId(), 'eddsa-rdfc-2022')).rejects.toMatchObject({ code: 'unavailable' });
  });
});
