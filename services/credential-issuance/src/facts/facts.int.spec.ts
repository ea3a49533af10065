import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { accreditationChanged, achievementPublished, issuerChanged, providerChanged, type Accreditation, type Achievement, type EventOf, type EventType, type Provider } from '@laurel/events';
import { newId, PublicOrigin, type Database } from '@laurel/runtime';
import { FakeClock, scratchDatabase } from '@laurel/testing';
import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { entities, migrations, schema } from '../database.js';
import { Issuers } from '../issuers/issuers.js';
import { KeySeal } from '../issuers/key-seal.js';
import { OnAccreditationChanged } from './on-accreditation-changed.js';
import { OnAchievementPublished } from './on-achievement-published.js';
import { OnProviderChanged } from './on-provider-changed.js';

const NOW = '2026-11-24T09:00:00.000Z';

const told = <Type extends EventType>({ type, source }: Type, subject: string, aggregateversion: number, data: z.infer<Type['data']>): EventOf<Type> => ({
  specversion: '1.0', id: newId(), type, source: `/laurel/${source}`, subject, time: NOW, datacontenttype: 'application/json', dataschema: 'urn:test', orderingkey: 'registry', aggregateversion, data,
});

describe('facts of the registry', () => {
  let database: Database;
  let onProviderChanged: OnProviderChanged;
  let provider: Provider;

  const learn = (...events: EventOf<typeof providerChanged>[]) => database.asPipeline((tx) => onProviderChanged.learn(events, tx));
  const version = (at: number, more: Partial<Provider> = {}) => told(providerChanged, provider.id, at, { ...provider, ...more });
  const known = async <Fact>(table: 'providers' | 'accreditations' | 'achievements', id: string): Promise<Fact[]> => {
    const rows: { fact: Fact }[] = await database.pipelines.query(`select fact from ${table} where id = $1 order by version`, [id]);
    return rows.map(({ fact }) => fact);
  };
  const issuersTold = async (): Promise<{ data: { id: string; name: string }; aggregateversion: number }[]> => {
    const rows: { payload: string }[] = await database.pipelines.query('select payload from outbox where type = $1 and aggregateid = $2 order by seq', [issuerChanged.type, provider.id]);
    return rows.map(({ payload }) => JSON.parse(payload));
  };

  beforeAll(async () => {
    database = await scratchDatabase(schema, { entities, migrations });
    onProviderChanged = new OnProviderChanged(new Issuers(database, new FakeClock(), new PublicOrigin('http://laurel.test'), new KeySeal(randomBytes(32))));
  });
  afterAll(() => database.close());
  beforeEach(() => {
    provider = { id: newId(), name: 'Public library', setting: 'library', status: 'approved', changedAt: NOW };
  });

  test('never go back to an older version, in one batch or in two', async () => {
    await learn(version(3, { status: 'suspended' }), version(2), version(1, { status: 'applied' }));
    await learn(version(2));
    expect(await known<Provider>('providers', provider.id)).toEqual([{ ...provider, status: 'suspended' }]);
  });

  test('of an accreditation neither', async () => {
    const onAccreditationChanged = new OnAccreditationChanged();
    const accreditation: Accreditation = { id: newId(), providerId: provider.id, accreditor: { name: 'City' }, scope: {}, validFrom: '2026-01-01' };
    const withdrawn = { ...accreditation, withdrawnAt: NOW };
    for (const [at, data] of [[2, withdrawn], [1, accreditation]] as const) {
      await database.asPipeline((tx) => onAccreditationChanged.learn([told(accreditationChanged, accreditation.id, at, data)], tx));
    }
    expect(await known('accreditations', accreditation.id)).toEqual([withdrawn]);
  });

  test('keep every version of an achievement', async () => {
    const first: Achievement = {
      id: newId(), version: 1, providerId: provider.id, name: 'First aid', description: 'Provides first aid.', criteria: { narrative: 'Shown in practice.' },
      achievementType: 'Course', formOfLearning: 'non-formal', setting: 'library', publishedAt: NOW,
    };
    const second = { ...first, version: 2, name: 'First aid, revised' };
    const events = [second, first, first].map((data) => told(achievementPublished, data.id, data.version, data));
    await database.asPipeline((tx) => new OnAchievementPublished().learn(events, tx));
    expect(await known('achievements', first.id)).toEqual([first, second]);
  });

  test('make an issuer of a provider once it is approved, and rename it with the provider', async () => {
    await learn(version(1, { status: 'applied' }));
    expect(await issuersTold()).toEqual([]);
    await learn(version(2));
    await learn(version(3, { status: 'suspended' }));
    await learn(version(4));
    await learn(version(5, { name: 'City library' }));
    const issuers = await issuersTold();
    expect(issuers.map(({ aggregateversion, data }) => [aggregateversion, data.name])).toEqual([[1, 'Public library'], [2, 'City library']]);
    expect(issuers[1]?.data.id).toBe(issuers[0]?.data.id);
  });
});
