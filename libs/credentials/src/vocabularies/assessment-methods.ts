import type { AssessmentMethod } from '@laurel/events';
import type { ConceptScheme } from './concept-scheme.js';

/** How it is established that somebody has learned something. */
export const ASSESSMENT_METHODS: ConceptScheme<AssessmentMethod> = {
  path: '/vocab/assessment-methods',
  version: '2026-11-24',
  title: { en: 'Assessment methods', fr: 'Méthodes d’évaluation' },
  concepts: {
    examination: { label: { en: 'Examination', fr: 'Examen' } },
    'practical-test': { label: { en: 'Practical test', fr: 'Épreuve pratique' } },
    observation: { label: { en: 'Observation', fr: 'Observation' } },
    portfolio: { label: { en: 'Portfolio', fr: 'Portfolio' } },
    interview: { label: { en: 'Interview', fr: 'Entretien' } },
    'peer-review': { label: { en: 'Peer review', fr: 'Évaluation par les pairs' } },
    attendance: { label: { en: 'Attendance', fr: 'Participation' } },
  },
};
