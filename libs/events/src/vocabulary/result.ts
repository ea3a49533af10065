import { z } from 'zod';
import { Name } from '../text.js';
import { openVocabulary } from './open-badges/open-vocabulary.js';

/** What kind of result (Open Badges 3.0 appendix B, ResultType). */
export const ResultType = openVocabulary([
  'GradePointAverage', 'LetterGrade', 'Percent', 'PerformanceLevel', 'PredictedScore', 'RawScore', 'Result',
  'RubricCriterion', 'RubricCriterionLevel', 'RubricScore', 'ScaledScore', 'Status',
]);
export type ResultType = z.infer<typeof ResultType>;

/** Where the learner stands (Open Badges 3.0 appendix B, ResultStatusType). */
export const ResultStatus = z.enum(['Completed', 'Enrolled', 'Failed', 'InProgress', 'OnHold', 'Withdrew']);
export type ResultStatus = z.infer<typeof ResultStatus>;

/** What was reached. `value` is text, as Open Badges has it: `A`, `87`, `4.5`. */
export const Result = z.strictObject({ resultType: ResultType, value: Name, status: ResultStatus.optional() });
export type Result = z.infer<typeof Result>;
