import type { Alignment } from '@laurel/events';
import { ASSESSMENT_METHODS } from '../vocabularies/assessment-methods.js';
import { type ConceptScheme, conceptIri } from '../vocabularies/concept-scheme.js';
import { europeanFormAlignment, fieldAlignment, levelAlignment } from '../vocabularies/european-codes.js';
import { FORMS_OF_LEARNING } from '../vocabularies/forms-of-learning.js';
import { SETTINGS } from '../vocabularies/settings.js';
import type { AchievementFacts } from './achievement-facts.js';

/**
 * What Open Badges has no term for, said as alignments: form of learning, setting, assessment method, EQF level, field;
 * then the skills that the provider aligned the achievement to.
 */
export function achievementAlignments({ achievement, origin }: Pick<AchievementFacts, 'achievement' | 'origin'>): Alignment[] {
  const { formOfLearning, setting, assessment, level, fields = [], alignments = [] } = achievement;
  const stated = [
    ownAlignment(FORMS_OF_LEARNING, formOfLearning, 'ext:FormOfLearning', origin),
    europeanFormAlignment(formOfLearning),
    ownAlignment(SETTINGS, setting, 'ext:LearningSetting', origin),
    assessment && ownAlignment(ASSESSMENT_METHODS, assessment.method, 'ext:AssessmentMethod', origin),
    level === undefined ? undefined : levelAlignment(level),
    ...fields.map(fieldAlignment),
    ...alignments,
  ];
  return stated.filter((alignment) => alignment !== undefined);
}

const ownAlignment = <Code extends string>(scheme: ConceptScheme<Code>, code: Code, targetType: `ext:${string}`, origin: string): Alignment => ({
  targetName: scheme.concepts[code].label.en,
  targetUrl: conceptIri(scheme, code, origin),
  targetType,
  targetCode: code,
  targetFramework: `Laurel, ${scheme.title.en}`,
});
