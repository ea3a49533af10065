import { test } from '@jest/globals';
import { newId, PublicOrigin, SystemClock } from '@laurel/runtime';
import { scratchDatabase } from '@laurel/testing';
import { randomBytes } from 'node:crypto';
import { entities, migrations, schema } from '../database.js';
import { Issuers } from '../issuers/issuers.js';
import { KeySeal } from '../issuers/key-seal.js';
import { Signatory } from '../issuers/signatory.js';
import { TakePlaces } from '../status-lists/take-places.js';
import { IssueCredentials } from '../credentials/issue-credentials.js';
import { Decisions } from './decisions.js';
import { OnOutcomeRecorded } from './on-outcome-recorded.js';

class Plain extends Signatory { async sign(d: any) { return JSON.stringify({ ...d, proof: { proofValue: 'z'.repeat(88) } }); } }
test('bench', async () => {
  const NOW = new Date().toISOString();
  const database = await scratchDatabase(schema, { entities, migrations });
  const clock = new SystemClock(); const seal = new KeySeal(randomBytes(32)); const origin = new PublicOrigin('http://laurel.test');
  const provider: any = { id: newId(), name: 'P', setting: 'library', status: 'approved', changedAt: NOW };
  const issuers = new Issuers(database, clock, origin, seal);
  const achievement: any = { id: newId(), version: 1, providerId: provider.id, name: 'First aid', description: 'Provides first aid.', criteria: { narrative: 'Shown in practice.' }, achievementType: 'Course', formOfLearning: 'non-formal', setting: 'library', level: 3, fields: ['0913'], validFor: 'P2Y', publishedAt: '2026-02-01T00:00:00.000Z' };
  await database.asPipeline(async (tx) => {
    await issuers.establish(tx, [provider]);
    await tx.query('insert into providers values ($1, 1, $2)', [provider.id, provider]);
    await tx.query('insert into achievements values ($1, 1, $2)', [achievement.id, achievement]);
    await tx.query('insert into accreditations values ($1, 1, $2, $3)', [newId(), provider.id, { id: newId(), providerId: provider.id, accreditor: { name: 'City' }, scope: {}, validFrom: '2026-01-01' }]);
  });
  for (const [name, signatory] of [['plain', new Plain(seal)], ['rdfc', new Signatory(seal)]] as const) {
    const handler = new OnOutcomeRecorded(new Decisions(clock, new IssueCredentials(clock, origin, issuers, new TakePlaces(clock, origin, seal, signatory), signatory)));
    const batch = () => Array.from({ length: 500 }, () => { const data: any = { outcomeId: newId(), attempt: 1, providerId: provider.id, learnerId: newId(), subjectId: `urn:uuid:${newId()}`, externalId: newId(), achievementId: achievement.id, achievedOn: '2026-06-01', hours: 16, result: { resultType: 'Percent', value: '87' }, recordedAt: NOW, identity: { identityHash: `sha256$${randomBytes(32).toString('hex')}`, salt: 'abcdabcdabcdabcd' } };
      return { data, subject: data.outcomeId, aggregateversion: 1, traceparent: undefined } as any; });
    const times: number[] = [];
    for (let i = 0; i < (name === 'plain' ? 30 : 6); i++) { const b = batch(); const t = performance.now(); await database.asPipeline((tx) => handler.decide(b, tx)); times.push(performance.now() - t); }
    times.sort((a, b) => a - b);
    const m = times[times.length >> 1]!;
    console.log(name, 'median ms', m.toFixed(1), (500_000 / m).toFixed(0), '/s', 'min', times[0]!.toFixed(1));
  }
  await database.close();
}, 120_000);
