import { z } from 'zod';
import { Description, Name, WebUrl } from '../text.js';
import { openVocabulary } from './open-badges/open-vocabulary.js';

/** What an alignment points at (Open Badges 3.0 appendix B, AlignmentTargetType). */
export const AlignmentTargetType = openVocabulary([
  'ceasn:Competency', 'ceterms:Credential', 'CFItem', 'CFRubric', 'CFRubricCriterion', 'CFRubricCriterionLevel', 'CTDL',
]);
export type AlignmentTargetType = z.infer<typeof AlignmentTargetType>;

/** A skill, qualification or standard elsewhere that an achievement corresponds to (Open Badges 3.0 appendix B, Alignment). */
export const Alignment = z.strictObject({
  targetName: Name,
  targetUrl: WebUrl,
  targetType: AlignmentTargetType.optional(),
  targetCode: Name.optional(),
  targetFramework: Name.optional(),
  targetDescription: Description.optional(),
});
export type Alignment = z.infer<typeof Alignment>;
