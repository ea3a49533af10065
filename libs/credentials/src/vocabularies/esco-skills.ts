import type { Alignment } from '@laurel/events';

/** Some ESCO skills by their preferred label in English: enough for examples; the whole data set is the operator's to load. */
const ESCO_SKILLS = {
  'provide first aid': '1d21f6ad-340f-45da-a0a3-4e83867f47a6',
  'apply arc welding techniques': '27d26fd6-5795-4f0a-884e-112df7c68314',
  'install electrical and electronic equipment': '52797dce-911c-4e6d-b0cb-491f6469014f',
  'maintain electrical equipment': '386774ac-fe5b-431a-b485-9aec0bf5c09e',
  'use spreadsheets software': '1973c966-f236-40c9-b2d4-5d71a89019be',
  'use word processing software': '81633a44-f1db-4a01-a940-804c6905e330',
  'browse, search and filter data, information and digital content': 'e439742d-558d-4f52-885e-afdc740b48cf',
  'manage digital identity': 'bc0b0b5d-f6be-405a-b224-b6902a4dbe97',
  'use e-services': 'd908a818-70ef-419e-9d60-8f459114cb2f',
  'operate digital hardware': '6b2f8802-0cbf-436e-a37f-ca55ede41bbc',
  'tutor students': '63b9a087-a5db-424e-96ef-3212c8b5311e',
  'work in teams': '60c78287-22eb-4103-9c8c-28deaa460da0',
  'think critically': '7dd94ad3-13d6-43fe-8b94-51fcbf67ced9',
  'sort waste': '110d7aa3-e44e-4cce-a927-8d4de615f3d9',
  'engage others in environment friendly behaviours': '7f321b88-3d16-4e30-8163-5494ca8ce978',
  'perform project management': 'cd5efa8c-e44d-4cbc-91c6-796018dbed68',
  'respect the diversity of cultural values and norms': '5ca953f7-541d-4f67-bc55-7721348366cf',
  'speak different languages': '2de4572a-4724-4f76-afc2-72a568a264ac',
} as const;

export type EscoSkill = keyof typeof ESCO_SKILLS;

/** The alignment of an achievement to an ESCO skill. */
export const escoAlignment = (skill: EscoSkill): Alignment => ({
  targetName: skill,
  targetUrl: `http://data.europa.eu/esco/skill/${ESCO_SKILLS[skill]}`,
  targetType: 'ceasn:Competency',
  targetFramework: 'ESCO',
});
