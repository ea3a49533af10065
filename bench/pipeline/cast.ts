import type { Accreditation, Achievement, Provider, RecordedOutcome } from '@laurel/events';
import { newId } from '@laurel/runtime';
import { randomBytes, randomUUID } from 'node:crypto';

/** Who may issue what, as the registry tells it. */
export interface Cast {
  readonly providers: readonly Provider[];
  readonly achievements: readonly Achievement[];
  readonly accreditations: readonly Accreditation[];
}

const PUBLISHED = '2026-02-01T00:00:00.000Z';
const PROVIDERS = 3;
const ACHIEVEMENTS_EACH = 2;
const LEARNERS = 2_000;

export function newCast(): Cast {
  const providers = Array.from({ length: PROVIDERS }, (_, at): Provider => (
    { id: newId(), name: `Public library ${at + 1}`, url: `https://library-${at + 1}.example`, setting: 'library', status: 'approved', changedAt: PUBLISHED }));
  return {
    providers,
    achievements: providers.flatMap(({ id }) => Array.from({ length: ACHIEVEMENTS_EACH }, (_, at) => achievementOf(id, at + 1))),
    accreditations: providers.map(({ id }): Accreditation => (
      { id: newId(), providerId: id, accreditor: { name: 'City' }, scope: { formsOfLearning: ['non-formal'] }, validFrom: '2026-01-01' })),
  };
}

const achievementOf = (providerId: string, number: number): Achievement => ({
  id: newId(), version: 1, providerId, name: `Digital basics, part ${number}`, description: 'Uses a computer, a browser and public services on the net safely and unaided.',
  criteria: { narrative: 'Solved ten everyday tasks under observation, among them a form of a public authority.' },
  achievementType: 'Course', formOfLearning: 'non-formal', setting: 'library', level: 3, fields: ['0611'], validFor: 'P2Y', publishedAt: PUBLISHED,
});

/** New outcomes of 2,000 learners, spread over all achievements: a percentage and hours each. */
export function newOutcomes({ achievements }: Cast, count: number): RecordedOutcome[] {
  const learners = Array.from({ length: Math.min(count, LEARNERS) }, () => ({ learnerId: newId(), subjectId: `urn:uuid:${randomUUID()}` }));
  const recordedAt = new Date().toISOString();
  return Array.from({ length: count }, (_, at) => {
    const achievement = pick(achievements, at);
    return {
      ...pick(learners, at), outcomeId: newId(), attempt: 1, providerId: achievement.providerId, achievementId: achievement.id, externalId: `bench-${randomUUID()}`,
      achievedOn: '2026-06-01', hours: 16, result: { resultType: 'Percent', value: String(50 + (at % 51)) }, recordedAt,
      identity: { identityHash: `sha256$${randomBytes(32).toString('hex')}`, salt: randomBytes(16).toString('hex') },
    };
  });
}

function pick<Item>(items: readonly Item[], at: number): Item {
  const item = items[at % items.length];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}
