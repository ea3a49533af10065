import type { Alignment, FieldOfEducation, FormOfLearning, Level } from '@laurel/events';
import { FORMS_OF_LEARNING } from './forms-of-learning.js';

const EU = 'http://data.europa.eu/snb';

/** Names of the ISCED-F 2013 fields that Laurel's own texts use; any other field is named by its code. */
const FIELD_NAMES: Readonly<Record<FieldOfEducation, string>> = {
  '0011': 'Basic programmes and qualifications',
  '0021': 'Literacy and numeracy',
  '0031': 'Personal skills and development',
  '0322': 'Library, information and archival studies',
  '0611': 'Computer use',
  '0713': 'Electricity and energy',
  '0715': 'Mechanics and metal trades',
  '0812': 'Horticulture',
  '0913': 'Nursing and midwifery',
  '0921': 'Care of elderly and of disabled adults',
  '0922': 'Child care and youth services',
  '1014': 'Sports',
  '1022': 'Occupational health and safety',
};

/** The alignment to a level of the European Qualifications Framework. */
export const levelAlignment = (level: Level): Alignment => ({
  targetName: `EQF level ${level}`,
  targetUrl: `${EU}/eqf/${level}`,
  targetType: 'ext:EQFLevel',
  targetCode: String(level),
  targetFramework: 'European Qualifications Framework',
});

/** The alignment to a field of education and training (ISCED-F 2013). */
export const fieldAlignment = (field: FieldOfEducation): Alignment => ({
  targetName: FIELD_NAMES[field] ?? `ISCED-F 2013 field ${field}`,
  targetUrl: `${EU}/isced-f/${field}`,
  targetType: 'ext:FieldOfEducation',
  targetCode: field,
  targetFramework: 'ISCED-F 2013',
});

/** The alignment to the European list of learning settings, where that list has the form. */
export function europeanFormAlignment(form: FormOfLearning): Alignment | undefined {
  const { label, exactMatch } = FORMS_OF_LEARNING.concepts[form];
  return exactMatch === undefined
    ? undefined
    : { targetName: label.en, targetUrl: exactMatch, targetType: 'ext:FormOfLearning', targetFramework: 'European Learning Model, learning setting' };
}
