import { describe, expect, it } from '@jest/globals';
import { canonicalQuads } from '../canonical/canonicalize.js';
import { type Json, type JsonObject, isList, isObject } from '../document/json.js';
import { libraryCourse } from '../samples/library-course.js';
import { buildAchievementCredential } from './build-achievement-credential.js';
import { hashIdentity } from './identity.js';

const course = libraryCourse();
const id = `urn:uuid:${course.credentialId}`;
const member = (value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined =>
  path.reduce<Json | undefined>((at, name) => (isList(at) || isObject(at) ? (at as Record<string | number, Json>)[name] : undefined), value);
const alignments = (document: JsonObject) =>
  (member(document, 'credentialSubject', 'achievement', 'alignment') as readonly JsonObject[]).map(({ targetType, targetUrl }) => `${String(targetType)} ${String(targetUrl)}`);

describe('an achievement credential', () => {
  const document = buildAchievementCredential(course);

  it('says who, what, when and under which contexts', () => {
    expect(document).toMatchObject({
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
      id,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: course.issuer.id, type: ['Profile'], name: 'Haverford Public Library' },
      awardedDate: '2026-11-20T00:00:00Z',
      validFrom: '2026-11-24T09:30:00.000Z',
      validUntil: '2031-11-24T09:30:00.000Z',
      credentialSubject: { id: course.subject.id, creditsEarned: 1.5, achievement: { version: '2', inLanguage: 'en' } },
    });
  });

  it('says form, setting, assessment, level, field and skill as alignments to published lists', () => {
    expect(alignments(document)).toEqual([
      'ext:FormOfLearning https://laurel.example/vocab/forms-of-learning#non-formal',
      'ext:FormOfLearning http://data.europa.eu/snb/learning-setting/e207a81fc7',
      'ext:LearningSetting https://laurel.example/vocab/settings#library',
      'ext:AssessmentMethod https://laurel.example/vocab/assessment-methods#observation',
      'ext:EQFLevel http://data.europa.eu/snb/eqf/3',
      'ext:FieldOfEducation http://data.europa.eu/snb/isced-f/0611',
      'ceasn:Competency http://data.europa.eu/esco/skill/d908a818-70ef-419e-9d60-8f459114cb2f',
    ]);
  });

  it('has no European concept for informal learning, because there is none', () => {
    const informal = buildAchievementCredential({ ...course, achievement: { ...course.achievement, formOfLearning: 'informal', alignments: [], fields: [], level: undefined, assessment: undefined } });
    expect(alignments(informal)).toEqual(['ext:FormOfLearning https://laurel.example/vocab/forms-of-learning#informal', 'ext:LearningSetting https://laurel.example/vocab/settings#library']);
  });

  it('says hours as a result of their own', () => {
    expect(member(document, 'credentialSubject', 'result')).toEqual([
      { id: `${id}#result-1`, type: ['Result'], resultDescription: `${id}#result-description-1`, value: '87', status: 'Completed' },
      { id: `${id}#result-2`, type: ['Result'], resultDescription: `${id}#result-description-2`, value: '24' },
    ]);
    expect(member(document, 'credentialSubject', 'achievement', 'resultDescription', 1)).toMatchObject({ resultType: 'ext:LearningHours' });
  });

  it('has two status entries at one index', () => {
    expect(document.credentialStatus).toEqual([
      { id: 'https://laurel.example/v1/status-lists/1#90210', type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '90210', statusListCredential: 'https://laurel.example/v1/status-lists/1' },
      { id: 'https://laurel.example/v1/status-lists/2#90210', type: 'BitstringStatusListEntry', statusPurpose: 'suspension', statusListIndex: '90210', statusListCredential: 'https://laurel.example/v1/status-lists/2' },
    ]);
  });

  it('leaves out what nobody stated', () => {
    const bare = buildAchievementCredential({ ...course, subject: { id: course.subject.id }, outcome: { achievedOn: '2026-11-20' }, achievement: { ...course.achievement, validFor: undefined, tags: [], image: undefined } });
    expect(Object.keys(bare)).not.toEqual(expect.arrayContaining(['validUntil']));
    expect(Object.keys(member(bare, 'credentialSubject') as JsonObject)).toEqual(['id', 'type', 'achievement']);
    expect(bare.evidence).toBeUndefined();
    expect(JSON.stringify(bare)).not.toMatch(/null|\[\]/);
  });

  it('keeps two pieces of evidence at one page apart', () => {
    const url = 'https://library.example/tasks/17';
    const { evidence } = buildAchievementCredential({ ...course, outcome: { achievedOn: '2026-11-20', evidence: [{ name: 'a', url }, { name: 'b', url }, { name: 'c' }, { name: 'd' }] } });
    expect((evidence as readonly JsonObject[]).map((piece) => piece.id)).toEqual([url, `${id}#evidence-2`, `${id}#evidence-3`, `${id}#evidence-4`]);
  });

  it('leaves nothing to guess when it is canonicalized: every blank node is one of a kind', async () => {
    const quads = (await canonicalQuads(document)).split('\n');
    expect(new Set(quads.flatMap((quad) => quad.match(/^_:c14n\d+/) ?? [])).size).toBe(2); // criteria and hashed identity
  });

  it('is the same for the same facts', () => expect(buildAchievementCredential(libraryCourse())).toEqual(document));
});

// "sha256$7a1a... represents the result of calculating a SHA-256 hash on the string 'mayze'" (Open Badges 3.0, IdentityHash).
it('hashes an identity as Open Badges has it', () => {
  const mayze = 'sha256$7a1a1b3f7d40552e4299180e346e3add12bf9a751a43d9c4ca4518febc2c60c6';
  expect([hashIdentity('mayze', ''), hashIdentity('may', 'ze'), hashIdentity('mayze', 'ze') === mayze]).toEqual([mayze, mayze, false]);
});
