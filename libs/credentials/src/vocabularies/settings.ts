import type { Setting } from '@laurel/events';
import type { ConceptScheme } from './concept-scheme.js';

/** The places in which a learning city learns. */
export const SETTINGS: ConceptScheme<Setting> = {
  path: '/vocab/settings',
  version: '2026-11-24',
  title: { en: 'Places of learning', fr: 'Lieux d’apprentissage' },
  concepts: {
    school: { label: { en: 'School', fr: 'École' } },
    'higher-education': { label: { en: 'Higher education', fr: 'Enseignement supérieur' } },
    'vocational-centre': { label: { en: 'Vocational training centre', fr: 'Centre de formation professionnelle' } },
    workplace: { label: { en: 'Workplace', fr: 'Lieu de travail' } },
    library: { label: { en: 'Library', fr: 'Bibliothèque' } },
    museum: { label: { en: 'Museum', fr: 'Musée' } },
    theatre: { label: { en: 'Theatre', fr: 'Théâtre' } },
    sports: { label: { en: 'Sports club or centre', fr: 'Club ou centre sportif' } },
    'community-centre': { label: { en: 'Community centre', fr: 'Centre communautaire' } },
    'religious-organisation': { label: { en: 'Religious organisation', fr: 'Organisation religieuse' } },
    'trade-union': { label: { en: 'Trade union', fr: 'Syndicat' } },
    online: { label: { en: 'Online', fr: 'En ligne' } },
    family: { label: { en: 'Family', fr: 'Famille' } },
    volunteering: { label: { en: 'Volunteering', fr: 'Bénévolat' } },
    'self-directed': { label: { en: 'Self-directed learning', fr: 'Apprentissage autonome' } },
  },
};
