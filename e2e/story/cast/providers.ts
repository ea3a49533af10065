import type { Scope } from '@laurel/events';
import type { ApplyAsProvider } from '../../client/anyone.js';
import type { AccreditProvider } from '../../client/operator.js';
import { thisYear } from './calendar.js';

export const PROVIDERS = ['school', 'library', 'volunteers'] as const;
export type ProviderKey = (typeof PROVIDERS)[number];

export interface ProviderRole {
  readonly application: ApplyAsProvider;
  readonly accreditations: readonly AccreditProvider[];
}

const council = { name: 'Harbour City Learning Council', url: 'https://learning.harbour.example' };
const since = `${thisYear - 3}-01-01`;
const recognised = (scope: Scope, validFrom = since, validUntil?: string): AccreditProvider => ({ accreditor: council, scope, validFrom, ...(validUntil ? { validUntil } : {}) });

/** The last day on which the school was recognised for occupational health and safety. */
export const SAFETY_LAPSED_ON = `${thisYear - 2}-12-31`;

/** ISCED-F 2013 and EQF as in vocabularies.md. */
export const CAST: Readonly<Record<ProviderKey, ProviderRole>> = {
  school: {
    application: {
      name: 'Harbour Vocational College', setting: 'vocational-centre', legalForm: 'public college', url: 'https://college.harbour.example',
      email: 'registry@college.harbour.example', description: 'Trains electricians and metal workers, young and grown-up.', languages: ['en'],
    },
    accreditations: [
      recognised({ formsOfLearning: ['formal'], fields: ['07'], maxLevel: 5 }),
      recognised({ formsOfLearning: ['formal'], fields: ['1022'], maxLevel: 4 }, `${thisYear - 6}-01-01`, SAFETY_LAPSED_ON),
    ],
  },
  library: {
    application: {
      name: 'Riverside Public Library', setting: 'library', legalForm: 'municipal institution', url: 'https://library.harbour.example',
      email: 'courses@library.harbour.example', description: 'Evening workshops for everybody who holds a card, and everybody can.', languages: ['en', 'es'],
    },
    accreditations: [recognised({ formsOfLearning: ['non-formal'], fields: ['06', '03', '002'], maxLevel: 4 })],
  },
  volunteers: {
    application: {
      name: 'Eastside Neighbours', setting: 'volunteering', legalForm: 'association', url: 'https://eastside.harbour.example',
      email: 'hello@eastside.harbour.example', description: 'Neighbours who help neighbours, and learn by it.', languages: ['en'],
    },
    accreditations: [recognised({ formsOfLearning: ['informal'], fields: ['003', '08', '09'], maxLevel: 3 })],
  },
};
