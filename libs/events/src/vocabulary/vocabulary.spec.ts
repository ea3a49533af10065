import { describe, expect, it } from '@jest/globals';
import { AchievementType } from './achievement-type.js';
import { Alignment } from './alignment.js';
import { Evidence } from './evidence.js';
import { FieldOfEducation } from './field-of-education.js';
import { Level } from './level.js';
import { IdentifierType } from './open-badges/identifier-type.js';
import { Result } from './result.js';

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) => schema.safeParse(value).success;

describe('vocabulary', () => {
  it.each(['Course', 'MicroCredential', 'ext:Volunteering', 'ext:a.b_c-1'])('takes %s as an achievement type', (value) => {
    expect(accepts(AchievementType, value)).toBe(true);
  });
  it.each(['course', 'ext:', 'ext:a b', 'x-ext:Course', 'ext:Course\n', 7, null])('refuses %j as an achievement type', (value) => {
    expect(accepts(AchievementType, value)).toBe(false);
  });
  it.each([['07', true], ['0715', true], ['7', false], ['07155', false], ['07a', false], ['०७', false]])('field %s: %s', (code, taken) => {
    expect(accepts(FieldOfEducation, code)).toBe(taken);
  });
  it.each([[1, true], [8, true], [0, false], [9, false], [3.5, false], ['4', false]])('level %j: %s', (level, taken) => {
    expect(accepts(Level, level)).toBe(taken);
  });
  it('knows the kinds of identifier of Open Badges', () => {
    expect(accepts(IdentifierType, 'nationalIdentityNumber')).toBe(true);
    expect(accepts(IdentifierType, 'shoeSize')).toBe(false);
  });
  it('refuses unknown members, wrong types and other schemes than http', () => {
    expect(accepts(Result, { resultType: 'LetterGrade', value: 'A' })).toBe(true);
    expect(accepts(Result, { resultType: 'LetterGrade', value: 1 })).toBe(false);
    expect(accepts(Result, { resultType: 'LetterGrade', value: 'A', grade: 'A' })).toBe(false);
    expect(accepts(Evidence, { name: 'Photo', url: 'javascript:alert(1)' })).toBe(false);
    expect(accepts(Alignment, { targetName: 'x', targetUrl: 'urn:x' })).toBe(false);
  });
});
