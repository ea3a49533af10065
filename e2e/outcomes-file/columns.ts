/** The columns of a CSV of outcomes, in the template's order. */
export const COLUMNS = {
  externalId: { needed: true, says: 'your own id of this outcome; the same id again is the same outcome', pointer: '/externalId' },
  email: { needed: false, says: "the learner's e-mail (or did, or identifierType with identifier)", pointer: '/learner/email' },
  name: { needed: false, says: "the learner's name", pointer: '/learner/name' },
  did: { needed: false, says: "the learner's decentralized identifier", pointer: '/learner/did' },
  identifierType: { needed: false, says: 'kind of identifier, such as sisSourcedId (Open Badges 3.0 IdentifierTypeEnum)', pointer: '/learner/identifiers/0/type' },
  identifier: { needed: false, says: 'the identifier itself, such as a student number', pointer: '/learner/identifiers/0/value' },
  achievement: { needed: true, says: "the achievement's key or name, as --help lists them", pointer: '/achievementId' },
  achievedOn: { needed: true, says: 'day, YYYY-MM-DD', pointer: '/achievedOn' },
  resultType: { needed: false, says: 'kind of result, such as LetterGrade or Percent (Open Badges 3.0 ResultType)', pointer: '/result/resultType' },
  result: { needed: false, says: 'the result, such as B or 87', pointer: '/result/value' },
  hours: { needed: false, says: 'hours of learning', pointer: '/hours' },
  credits: { needed: false, says: 'credit points', pointer: '/credits' },
  evidenceName: { needed: false, says: 'what shows the learning', pointer: '/evidence/0/name' },
  evidenceUrl: { needed: false, says: 'where that is', pointer: '/evidence/0/url' },
} as const;
export type Column = keyof typeof COLUMNS;

export const columnNames = Object.keys(COLUMNS) as Column[];
export const isColumn = (name: string): name is Column => Object.hasOwn(COLUMNS, name);

/** The column that a refusal's JSON pointer speaks of; `email` for the learner as a whole. */
export function columnOf(pointer: string): string {
  const exact = columnNames.find((name) => COLUMNS[name].pointer === pointer);
  if (exact || pointer === '') return exact ?? 'row';
  const within = columnNames.find((name) => COLUMNS[name].pointer.startsWith(`${pointer}/`));
  return within ?? pointer.slice(1);
}

/** A file that can be sent as it is, and filled in. */
export const TEMPLATE = `${columnNames.join(',')}
course-2026-001,ada.lindqvist@example.org,Ada Lindqvist,,,,arc-welding,2026-06-12,LetterGrade,B,120,4,,
course-2026-002,,Tomasz Wrona,,sisSourcedId,S-20417,electrical-maintenance,2026-06-19,Percent,87,200,6,,
workshop-7,noor.haddad@example.org,"Haddad, Noor",,,,spreadsheets,2026-09-30,,,24,,Household budget,https://example.org/portfolio/noor
`;

export const columnHelp = columnNames.map((name) => `  ${name.padEnd(15)} ${COLUMNS[name].needed ? 'needed  ' : '        '} ${COLUMNS[name].says}`).join('\n');
