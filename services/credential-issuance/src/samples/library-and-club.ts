import type { Accreditation, Achievement, Provider, RecordedOutcome } from '@laurel/events';
import { newId } from '@laurel/runtime';
import { randomBytes } from 'node:crypto';

const FROM = '2026-01-01T00:00:00.000Z';
const providerCalled = (name: string): Provider => ({ id: newId(), name, setting: 'library', status: 'approved', changedAt: FROM });
const accredited = ({ id }: Provider): Accreditation => ({ id: newId(), providerId: id, accreditor: { name: 'City' }, scope: {}, validFrom: '2026-01-01' });
const course = { version: 1, description: 'Learned and shown.', criteria: { narrative: 'Shown in practice.' }, achievementType: 'Course', setting: 'library', publishedAt: FROM } as const;

/** Two providers of two forms of learning; what the club certifies ends after a month. */
export const library = providerCalled('Public library');
export const club = providerCalled('Sports club');
export const accreditations = [accredited(library), accredited(club)];
export const firstAid: Achievement = { ...course, id: newId(), providerId: library.id, name: 'First aid', formOfLearning: 'non-formal', level: 3 };
export const coaching: Achievement = { ...course, id: newId(), providerId: club.id, name: 'Coaching', formOfLearning: 'informal', validFor: 'P1M' };

/** Somebody who learns, under the id that credentials name. */
export interface Learner {
  readonly learnerId: string;
  readonly subjectId: string;
}
export const newLearner = (): Learner => ({ learnerId: newId(), subjectId: `urn:uuid:${newId()}` });

/** What a learner achieved, as it is told of. */
export const outcomeOf = (learner: Learner, { id, providerId }: Achievement): RecordedOutcome => ({
  ...learner, outcomeId: newId(), attempt: 1, providerId, externalId: newId(), achievementId: id, achievedOn: '2026-06-01', result: { resultType: 'Percent', value: '87' }, recordedAt: FROM,
  identity: { identityHash: `sha256$${'a'.repeat(64)}`, salt: randomBytes(16).toString('hex') },
});
