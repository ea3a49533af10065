import {
  accreditationChanged, achievementPublished, outcomeRecorded, providerChanged, type Accreditation, type Achievement, type Provider, type RecordedOutcome,
} from '@laurel/events';
import { newId, type Clock } from '@laurel/runtime';
import { eventually, ServiceUnderTest } from '@laurel/testing';
import { randomBytes } from 'node:crypto';
import { CredentialIssuanceConfig, CredentialIssuanceModule } from '../app.module.js';

const FROM = '2026-01-01T00:00:00.000Z';
const providerCalled = (name: string): Provider => ({ id: newId(), name, setting: 'library', status: 'approved', changedAt: FROM });

/** Two providers of two forms of learning; what the club certifies ends after a month. */
export const library = providerCalled('Public library');
export const club = providerCalled('Sports club');
const course = { version: 1, description: 'Learned and shown.', criteria: { narrative: 'Shown in practice.' }, achievementType: 'Course', setting: 'library', publishedAt: FROM } as const;
export const firstAid: Achievement = { ...course, id: newId(), providerId: library.id, name: 'First aid', formOfLearning: 'non-formal', level: 3 };
export const coaching: Achievement = { ...course, id: newId(), providerId: club.id, name: 'Coaching', formOfLearning: 'informal', validFor: 'P1M' };

/** A real credential-issuance that knows both. */
export async function startIssuance(clock: Clock, origin: string): Promise<ServiceUnderTest> {
  const service = await ServiceUnderTest.start({
    name: 'credential-issuance', config: CredentialIssuanceConfig, clock, moduleOf: (config) => CredentialIssuanceModule.with(config),
    environment: { KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64url'), PUBLIC_ORIGIN: origin, CITY_NAME: 'Haverford' },
  });
  const fact = { version: 1, orderingKey: 'registry' };
  const accreditations = [library, club].map(({ id }): Accreditation => ({ id: newId(), providerId: id, accreditor: { name: 'City' }, scope: {}, validFrom: '2026-01-01' }));
  await service.publish(providerChanged, [library, club].map((data) => ({ ...fact, subject: data.id, data })));
  await service.publish(achievementPublished, [firstAid, coaching].map((data) => ({ ...fact, subject: data.id, data })));
  await service.publish(accreditationChanged, accreditations.map((data) => ({ ...fact, subject: data.id, data })));
  await eventually(async () => mustBe(await service.database.pipelines.query('select from accreditations'), 2));
  return service;
}

/** Somebody who learns, under the id that credentials name. */
export const newLearner = () => ({ learnerId: newId(), subjectId: `urn:uuid:${newId()}` });

/** Has outcomes of a learner recorded and waits for their credentials; gives the outcomes. */
export async function issueTo(service: ServiceUnderTest, learner: ReturnType<typeof newLearner>, achievements: readonly Achievement[]): Promise<RecordedOutcome[]> {
  const outcomes = achievements.map(({ id, providerId }): RecordedOutcome => ({
    ...learner, outcomeId: newId(), attempt: 1, providerId, externalId: newId(), achievementId: id, achievedOn: '2026-06-01', result: { resultType: 'Percent', value: '87' }, recordedAt: FROM,
    identity: { identityHash: `sha256$${'a'.repeat(64)}`, salt: randomBytes(16).toString('hex') },
  }));
  await service.publish(outcomeRecorded, outcomes.map((data) => ({ subject: data.outcomeId, version: 1, orderingKey: data.learnerId, data })));
  const ids = outcomes.map(({ outcomeId }) => outcomeId);
  await eventually(async () => mustBe(await service.database.pipelines.query('select from credentials where outcome_id = any($1::uuid[])', [ids]), ids.length));
  return outcomes;
}

function mustBe(rows: unknown[], count: number): void {
  if (rows.length < count) throw new Error(`${rows.length} of ${count} so far`);
}
