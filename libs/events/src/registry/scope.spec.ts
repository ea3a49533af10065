import { describe, expect, it } from '@jest/globals';
import { covers, type Scope } from './scope.js';

const welding = { formOfLearning: 'formal', achievementType: 'Certificate', fields: ['0715'], level: 4 } as const;

describe('covers', () => {
  it.each<[string, Scope, boolean]>([
    ['no limits', {}, true],
    ['the form', { formsOfLearning: ['formal', 'informal'] }, true],
    ['another form', { formsOfLearning: ['informal'] }, false],
    ['the type', { achievementTypes: ['Certificate'] }, true],
    ['another type', { achievementTypes: ['Badge'] }, false],
    ['the broad field', { fields: ['07'] }, true],
    ['the narrow field', { fields: ['071'] }, true],
    ['the field itself', { fields: ['0715'] }, true],
    ['a sibling field', { fields: ['0713'] }, false],
    ['the level', { maxLevel: 4 }, true],
    ['a lower level', { maxLevel: 3 }, false],
  ])('%s', (_what, scope, covered) => {
    expect(covers(scope, { ...welding, fields: [...welding.fields] })).toBe(covered);
  });

  it('asks for every field', () => {
    expect(covers({ fields: ['07'] }, { ...welding, fields: ['0715', '0913'] })).toBe(false);
  });

  it('gives no way around a field limit, and no level limit to what claims no level', () => {
    expect(covers({ fields: ['07'] }, { ...welding, fields: undefined })).toBe(false);
    expect(covers({ maxLevel: 1 }, { ...welding, fields: ['0715'], level: undefined })).toBe(true);
  });
});
