import type { FormOfLearning } from '@laurel/events';
import type { ConceptScheme } from './concept-scheme.js';

/**
 * UNESCO's three forms of learning. The European Learning Model's list of learning settings
 * (http://data.europa.eu/snb/learning-setting/25831c2) has no concept for informal learning, hence a list of our own.
 */
export const FORMS_OF_LEARNING: ConceptScheme<FormOfLearning> = {
  path: '/vocab/forms-of-learning',
  version: '2026-11-24',
  title: { en: 'Forms of learning', fr: 'Formes d’apprentissage' },
  concepts: {
    formal: {
      label: { en: 'Formal learning', fr: 'Apprentissage formel' },
      definition: {
        en: 'Learning that is planned and organised by a school, university, college or training institution and leads to a recognised qualification.',
        fr: 'Apprentissage planifié et organisé par une école, une université ou un établissement de formation, et menant à une qualification reconnue.',
      },
      exactMatch: 'http://data.europa.eu/snb/learning-setting/6fd4685715',
    },
    'non-formal': {
      label: { en: 'Non-formal learning', fr: 'Apprentissage non formel' },
      definition: {
        en: 'Learning that is planned and organised outside the formal system, as in a library, museum, association, workplace or course, in addition or as an alternative to formal education.',
        fr: 'Apprentissage planifié et organisé hors du système formel, par exemple en bibliothèque, au musée, en association, au travail ou dans un cours, en complément ou en alternative à l’éducation formelle.',
      },
      exactMatch: 'http://data.europa.eu/snb/learning-setting/e207a81fc7',
    },
    informal: {
      label: { en: 'Informal learning', fr: 'Apprentissage informel' },
      definition: {
        en: 'Learning in daily life, in the family, in voluntary work, at work or by oneself: intentional or not, but not organised by an institution.',
        fr: 'Apprentissage de la vie quotidienne, en famille, par le bénévolat, au travail ou par soi-même : intentionnel ou non, mais non organisé par une institution.',
      },
    },
  },
};
