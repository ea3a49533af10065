import type { Alignment } from '@laurel/events';
import type { PublishAchievement } from '../../client/provider.js';
import type { ProviderKey } from './providers.js';

export interface AchievementRole {
  readonly provider: ProviderKey;
  /** Why nobody gets a credential for it, where that is its part in the story. */
  readonly never?: 'outside the scope' | 'lapsed';
  readonly achievement: PublishAchievement;
}

/** A skill of ESCO (vocabularies.md), as an Open Badges alignment. */
const esco = (targetName: string, id: string): Alignment => ({
  targetName, targetUrl: `http://data.europa.eu/esco/skill/${id}`, targetType: 'ceasn:Competency', targetFramework: 'ESCO', targetCode: id,
});
const byCriteria = (narrative: string) => ({ criteria: { narrative } });

const formal = { achievementType: 'Certificate', formOfLearning: 'formal', setting: 'vocational-centre', languages: ['en'] } satisfies Partial<PublishAchievement>;
const nonFormal = { achievementType: 'MicroCredential', formOfLearning: 'non-formal', setting: 'library', languages: ['en', 'es'] } satisfies Partial<PublishAchievement>;
const informal = { achievementType: 'CommunityService', formOfLearning: 'informal', setting: 'volunteering', languages: ['en'] } satisfies Partial<PublishAchievement>;

const school = {
  'arc-welding': {
    ...formal, name: 'Arc Welding, First Certificate', description: 'Joins steel plates by manual arc welding, safely and to measure.',
    ...byCriteria('Weld three test pieces that pass inspection.'), assessment: { method: 'practical-test' }, hours: 120, credits: 4, level: 3, fields: ['0715'],
    alignments: [esco('apply arc welding techniques', '27d26fd6-5795-4f0a-884e-112df7c68314')], validFor: 'P5Y',
  },
  'electrical-maintenance': {
    ...formal, name: 'Maintenance of Electrical Equipment', description: 'Installs, tests and maintains electrical equipment in buildings.',
    ...byCriteria('Pass the written examination and the supervised installation.'), assessment: { method: 'examination' }, hours: 200, credits: 6, level: 4, fields: ['0713'],
    alignments: [
      esco('maintain electrical equipment', '386774ac-fe5b-431a-b485-9aec0bf5c09e'), esco('install electrical and electronic equipment', '52797dce-911c-4e6d-b0cb-491f6469014f'),
    ],
  },
  'workshop-safety': {
    ...formal, name: 'Safe Work in the Workshop', description: 'Knows the dangers of a workshop and what to do when something happens.',
    ...byCriteria('Pass the test on hazards and the first-aid drill.'), assessment: { method: 'examination' }, hours: 16, level: 3, fields: ['1022'],
    alignments: [esco('provide first aid', '1d21f6ad-340f-45da-a0a3-4e83867f47a6')], validFor: 'P2Y',
  },
} satisfies Record<string, PublishAchievement>;

const library = {
  spreadsheets: {
    ...nonFormal, name: 'Spreadsheets for Daily Life', description: 'Keeps a budget and a list in a spreadsheet and draws what they say.',
    ...byCriteria('Show a budget of your own with formulas and a chart.'), assessment: { method: 'portfolio' }, hours: 24, level: 3, fields: ['0611'],
    alignments: [esco('use spreadsheets software', '1973c966-f236-40c9-b2d4-5d71a89019be')],
  },
  'finding-information': {
    ...nonFormal, name: 'Finding What You Can Trust', description: 'Searches, filters and judges what the network offers.',
    ...byCriteria('Answer five questions with sources that hold.'), assessment: { method: 'interview' }, hours: 12, level: 3, fields: ['0322'],
    alignments: [
      esco('browse, search and filter data, information and digital content', 'e439742d-558d-4f52-885e-afdc740b48cf'), esco('think critically', '7dd94ad3-13d6-43fe-8b94-51fcbf67ced9'),
    ],
  },
  'digital-citizen': {
    ...nonFormal, name: 'Digital Citizen', description: 'Uses public e-services and keeps a digital identity safe.',
    ...byCriteria('File one real request online, with the librarian beside you.'), assessment: { method: 'observation' }, hours: 10, level: 2, fields: ['0611'],
    alignments: [esco('manage digital identity', 'bc0b0b5d-f6be-405a-b224-b6902a4dbe97'), esco('use e-services', 'd908a818-70ef-419e-9d60-8f459114cb2f')],
  },
  'home-wiring': {
    ...nonFormal, name: 'Wiring at Home', description: 'Changes a socket and a lamp. The library may teach it, but is not recognised for it.',
    ...byCriteria('Change a socket.'), assessment: { method: 'practical-test' }, hours: 6, level: 2, fields: ['0713'],
    alignments: [esco('install electrical and electronic equipment', '52797dce-911c-4e6d-b0cb-491f6469014f')],
  },
} satisfies Record<string, PublishAchievement>;

const volunteers = {
  'homework-tutor': {
    ...informal, name: 'Homework Tutor', description: 'Helps children of the quarter with their homework, week after week.',
    ...byCriteria('Forty afternoons, confirmed by two other tutors.'), assessment: { method: 'peer-review' }, hours: 80, fields: ['0922'],
    alignments: [esco('tutor students', '63b9a087-a5db-424e-96ef-3212c8b5311e'), esco('work in teams', '60c78287-22eb-4103-9c8c-28deaa460da0')],
  },
  'waste-guide': {
    ...informal, name: 'Waste Guide', description: 'Sorts what the quarter throws away, and wins the neighbours over.',
    ...byCriteria('Run the sorting point for a season.'), assessment: { method: 'observation' }, hours: 30, fields: ['0031'],
    alignments: [
      esco('sort waste', '110d7aa3-e44e-4cce-a927-8d4de615f3d9'), esco('engage others in environment friendly behaviours', '7f321b88-3d16-4e30-8163-5494ca8ce978'),
    ],
  },
  'community-garden': {
    ...informal, name: 'Community Gardener', description: 'Grows vegetables with the neighbours, from seed to feast.',
    ...byCriteria('Two seasons in the garden, told in an interview.'), assessment: { method: 'interview' }, hours: 60, fields: ['0812'],
    alignments: [
      esco('work in teams', '60c78287-22eb-4103-9c8c-28deaa460da0'),
      esco('respect the diversity of cultural values and norms', '5ca953f7-541d-4f67-bc55-7721348366cf'),
    ],
  },
} satisfies Record<string, PublishAchievement>;

const roles = (provider: ProviderKey, achievements: Record<string, PublishAchievement>): [string, AchievementRole][] =>
  Object.entries(achievements).map(([key, achievement]) => [key, { provider, achievement, ...(NEVER[key] ? { never: NEVER[key] } : {}) }]);
const NEVER: Readonly<Record<string, AchievementRole['never']>> = { 'workshop-safety': 'lapsed', 'home-wiring': 'outside the scope' };

/** What the three providers publish, by the key that a CSV names it with. */
export const ACHIEVEMENTS: ReadonlyMap<string, AchievementRole> = new Map([...roles('school', school), ...roles('library', library), ...roles('volunteers', volunteers)]);
