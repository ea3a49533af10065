import { daysAgo } from '../story/cast/calendar.js';
import { goodOutcome } from './posts.js';

export interface WrongOutcome {
  readonly what: string;
  readonly outcome: object;
  readonly pointer: string;
}

const NO_DAYS = ['2025-02-29', '2024-02-30', '2025-13-01', '2025-00-10', '2025-06-31', '2025-6-1', '20250601', '2025-06-01T00:00:00Z', '01.06.2025', '2025-06-01 ', 'yesterday', '+12025-06-01', '0000-00-00', '-2025-06-01'];
const NO_ADDRESSES = [
  'ada', 'ada@', '@example.org', 'ada@@example.org', 'ada example.org', 'ada@exam ple.org', 'ada@example.org,bob@example.org', 'Ada <ada@example.org>', 'ada@example.org\r\nBcc: all@example.org',
  `${'x'.repeat(300)}@example.org`, 'ada@example', 'ada..l@example.org', 'ada@-example.org', 'ada@example.org\0',
];
const NO_IDS = ['', '17', 'arc-welding', '../outcomes', "' or 1=1 --", '00000000-0000-0000-0000-00000000000g', '{}'];
const NO_HOURS = [0, -1, 1e9, '3', null, [3]];

/** What fits JSON and is no outcome: each with the place that the refusal must point to. */
export function wrongOutcomes(achievementId: string): WrongOutcome[] {
  const good = goodOutcome(achievementId);
  const wrong = (what: string, other: object, pointer: string): WrongOutcome => ({ what, outcome: { ...good, ...other }, pointer });
  return [
    ...NO_DAYS.map((achievedOn) => wrong(`achievedOn ${achievedOn}`, { achievedOn }, '/achievedOn')),
    wrong('achievedOn in three days', { achievedOn: daysAgo(-3) }, '/achievedOn'), wrong('achievedOn in the year 9999', { achievedOn: '9999-12-31' }, '/achievedOn'),
    ...NO_ADDRESSES.map((email) => wrong(`email ${JSON.stringify(email).slice(0, 50)}`, { learner: { email } }, '/learner/email')),
    ...NO_IDS.map((id) => wrong(`achievementId ${id}`, { achievementId: id }, '/achievementId')),
    ...NO_HOURS.map((hours) => wrong(`hours ${JSON.stringify(hours)}`, { hours }, '/hours')),
    wrong('a learner nobody can find', { learner: { name: 'Ada' } }, '/learner'), wrong('no learner', { learner: {} }, '/learner'),
    wrong('a DID that is none', { learner: { did: 'did:' } }, '/learner/did'), wrong('an identifier of no kind', { learner: { identifiers: [{ type: 'shoeSize', value: '43' }] } }, '/learner/identifiers/0/type'),
    wrong('a result of no kind', { result: { resultType: 'Grade', value: 'A' } }, '/result/resultType'), wrong('a number for a result', { result: { resultType: 'Percent', value: 70 } }, '/result/value'),
    wrong('evidence at a script', { evidence: [{ name: 'x', url: 'javascript:alert(1)' }] }, '/evidence/0/url'), wrong('evidence in a file', { evidence: [{ name: 'x', url: 'file:///etc/passwd' }] }, '/evidence/0/url'),
    wrong('too much evidence', { evidence: Array.from({ length: 1_000 }, () => ({ name: 'x' })) }, '/evidence'), wrong('an id that is too long', { externalId: 'x'.repeat(201) }, '/externalId'),
    wrong('an unknown member of the learner', { learner: { email: 'ada@example.org', age: 40 } }, '/learner'),
  ];
}
