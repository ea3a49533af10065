import { describe, expect, it } from '@jest/globals';
import { AssessmentMethod, Alignment, FormOfLearning, Setting } from '@laurel/events';
import { escoAlignment } from './esco-skills.js';
import { fieldAlignment, levelAlignment } from './european-codes.js';
import { vocabularyDocuments } from './vocabulary-documents.js';

const origin = 'https://laurel.example';
const documents = vocabularyDocuments(origin);

describe('the lists that Laurel publishes', () => {
  it.each([
    ['/vocab/forms-of-learning', FormOfLearning.options],
    ['/vocab/settings', Setting.options],
    ['/vocab/assessment-methods', AssessmentMethod.options],
  ] as const)('%s has every value that an input may have', (path, values) => {
    const document = documents.get(path);
    expect(document?.concepts.map(({ code }) => code)).toEqual([...values]);
    expect(document?.concepts.map(({ id }) => id)).toEqual(values.map((value) => `${origin}${path}#${value}`));
  });

  it('have a version and both languages everywhere', () => {
    for (const { version, title, concepts } of documents.values()) {
      expect(version).toMatch(/^\d{4}-\d\d-\d\d$/);
      for (const text of [title, ...concepts.map(({ label }) => label)]) expect(Object.entries(text).filter(([, words]) => words).map(([language]) => language)).toEqual(['en', 'fr']);
    }
  });

  it('match the European list where that has the form', () => {
    expect(documents.get('/vocab/forms-of-learning')?.concepts.map(({ exactMatch }) => exactMatch)).toEqual([
      'http://data.europa.eu/snb/learning-setting/6fd4685715',
      'http://data.europa.eu/snb/learning-setting/e207a81fc7',
      undefined,
    ]);
  });
});

it.each([levelAlignment(4), fieldAlignment('0922'), fieldAlignment('07'), escoAlignment('provide first aid')])('$targetUrl is an alignment', (alignment) => {
  expect(Alignment.parse(alignment)).toEqual(alignment);
});
