import { expect, it } from '@jest/globals';
import type { JsonObject } from '../document/json.js';
import { libraryCourse } from '../samples/library-course.js';
import { buildAchievementCredential } from './build-achievement-credential.js';
import { readAchievement } from './read-achievement.js';

it('reads what was built', () => {
  const course = libraryCourse();
  expect(readAchievement(buildAchievementCredential(course))).toEqual({
    issuer: { id: course.issuer.id, name: 'Haverford Public Library' },
    learner: course.subject.id,
    achievement: { id: `https://laurel.example/v1/achievements/${course.achievement.id}`, name: 'Digital basics', version: '2' },
    formOfLearning: 'non-formal',
    level: 3,
    assessedHow: 'observation',
    fields: ['0611'],
    awardedOn: '2026-11-20',
  });
});

it.each<JsonObject>([
  {},
  { credentialSubject: 'x', issuer: 7, awardedDate: {} },
  { credentialSubject: [{ achievement: { alignment: [null, 'x', { targetType: 'ext:EQFLevel', targetCode: '9' }, { targetType: 'ext:FormOfLearning', targetCode: 'casual' }, { targetType: 'ext:FieldOfEducation', targetCode: 7 }] } }] },
])('understands nothing where nothing is said: %j', (document) => {
  const { achievement, ...rest } = readAchievement(document);
  expect([rest, achievement ?? {}]).toEqual([{ fields: [] }, {}]);
});
