import type { AchievementFacts } from '../achievement/achievement-facts.js';
import { hashIdentity } from '../achievement/identity.js';
import { escoAlignment } from '../vocabularies/esco-skills.js';
import { sampleSigner } from './sample-key.js';

/** When the sample was issued. */
export const SAMPLE_NOW = new Date('2026-11-24T09:30:00.000Z');
export const sampleIssuer = sampleSigner(7);

const origin = 'https://laurel.example';
const salt = '4f1f8b5e-salt-of-this-credential';

/** A course at a public library, with everything that an outcome can bring along; `change` replaces parts of it. */
export const libraryCourse = (change: Partial<AchievementFacts> = {}): AchievementFacts => ({
  credentialId: '01936000-0000-7000-8000-000000000001',
  issuer: { id: sampleIssuer.did, name: 'Haverford Public Library', url: 'https://library.example/' },
  subject: { id: 'urn:uuid:5f0c2c6e-5d0e-4f0a-9d55-8a1f6a3b7c21', identity: { identityHash: hashIdentity('amina@example.org', salt), salt } },
  achievement: {
    id: '01936000-0000-7000-8000-0000000000aa',
    version: 2,
    name: 'Digital basics',
    description: 'Finds, judges and uses information on the web and in public e-services.',
    criteria: { narrative: 'Attended eight evenings and solved three tasks under observation.' },
    achievementType: 'Course',
    formOfLearning: 'non-formal',
    setting: 'library',
    assessment: { method: 'observation' },
    credits: 1.5,
    hours: 24,
    level: 3,
    fields: ['0611'],
    alignments: [escoAlignment('use e-services')],
    image: 'https://library.example/badges/digital-basics.png',
    languages: ['en'],
    validFor: 'P5Y',
    tags: ['digital', 'e-services'],
  },
  outcome: {
    achievedOn: '2026-11-20',
    result: { resultType: 'Percent', value: '87', status: 'Completed' },
    evidence: [{ name: 'Task sheet', url: 'https://library.example/tasks/17', narrative: 'Three tasks, solved without help.' }, { name: 'Observation note', genre: 'note' }],
    hours: 24,
    credits: 1.5,
  },
  validFrom: SAMPLE_NOW.toISOString(),
  status: { revocationList: `${origin}/v1/status-lists/1`, suspensionList: `${origin}/v1/status-lists/2`, index: 90_210 },
  origin,
  ...change,
});
