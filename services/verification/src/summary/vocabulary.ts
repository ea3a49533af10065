import type { Message, MessageCode } from '@laurel/credentials';
import type { AssessmentMethod, FormOfLearning, Scope } from '@laurel/events';

/** The messages of coded values. */
export const FORMS: Readonly<Record<FormOfLearning, MessageCode>> = { formal: 'formal-learning', 'non-formal': 'non-formal-learning', informal: 'informal-learning' };
export const METHODS: Readonly<Record<AssessmentMethod, MessageCode>> = {
  examination: 'by-examination', 'practical-test': 'by-practical-test', observation: 'by-observation', portfolio: 'by-portfolio',
  interview: 'by-interview', 'peer-review': 'by-peer-review', attendance: 'by-attendance',
};

/** What a provider is recognised for. */
export function scopeInWords({ formsOfLearning, achievementTypes, fields, maxLevel }: Scope): Message {
  const limits: Message[] = [
    formsOfLearning ? { code: 'scope-forms', params: { forms: formsOfLearning.map((form) => ({ code: FORMS[form] })) } } : { code: 'any-learning' },
    ...(maxLevel === undefined ? [] : [{ code: 'scope-level', params: { level: maxLevel } } as const]),
    ...(fields ? [{ code: 'scope-fields', params: { fields } } as const] : []),
    ...(achievementTypes ? [{ code: 'scope-types', params: { types: achievementTypes } } as const] : []),
  ];
  return { code: 'recognised-scope', params: { limits } };
}
