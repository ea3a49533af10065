import type { Result } from '@laurel/events';
import type { FileOutcome } from '../../outcomes-file/row.js';
import { ACHIEVEMENTS, type AchievementRole } from './achievements.js';
import { daysAgo } from './calendar.js';
import { AMINA, people, type Person } from './people.js';
import { Random } from './random.js';

export interface Cast {
  readonly learners: readonly Person[];
  /** What Amina reached: one at each provider, one in each form of learning. */
  readonly ofAmina: readonly FileOutcome[];
  readonly singly: readonly FileOutcome[];
  readonly inBatches: readonly FileOutcome[];
  readonly byFile: readonly FileOutcome[];
}

const LEARNERS = 96;
const SINGLY = 60;
const IN_BATCHES = 400;
const BY_FILE = 180;

/** Who learned what, the same for the same seed on the same day: no learner reaches one thing twice. */
export function castOutcomes(seed: number): Cast {
  const random = new Random(seed);
  const learners = people(LEARNERS, seed);
  const earnable = [...ACHIEVEMENTS].filter(([, { never }]) => !never);
  const all = random.shuffle(learners.flatMap((learner) => earnable.map(([key, role]) => ({ learner, key, role }))))
    .map(({ learner, key, role }, index) => outcomeOf(random, learner, key, role, index + 1));
  const ofAmina = ['electrical-maintenance', 'spreadsheets', 'homework-tutor'].map((key, index) => outcomeOf(random, AMINA, key, roleOf(key), 9_001 + index));
  return {
    learners, ofAmina,
    singly: all.slice(0, SINGLY), inBatches: all.slice(SINGLY, SINGLY + IN_BATCHES), byFile: all.slice(SINGLY + IN_BATCHES, SINGLY + IN_BATCHES + BY_FILE),
  };
}

export function roleOf(key: string): AchievementRole {
  const role = ACHIEVEMENTS.get(key);
  if (!role) throw new Error(`no achievement is called ${key}`);
  return role;
}

function outcomeOf(random: Random, { name, email }: Person, achievement: string, role: AchievementRole, number: number): FileOutcome {
  const result = resultOf(random, role);
  return {
    externalId: `${role.provider}-${String(number).padStart(4, '0')}`, learner: { email, name }, achievement, achievedOn: daysAgo(random.between(1, 300)),
    ...(result ? { result } : {}),
    ...(role.achievement.hours ? { hours: role.achievement.hours + random.between(0, 8) } : {}),
    ...(role.achievement.credits ? { credits: role.achievement.credits } : {}),
  };
}

/** Formal learning is graded, non-formal measured, informal neither. */
function resultOf(random: Random, { achievement: { formOfLearning } }: AchievementRole): Result | undefined {
  if (formOfLearning === 'formal') return { resultType: 'LetterGrade', value: random.pick(['A', 'B', 'C']) };
  if (formOfLearning === 'non-formal') return { resultType: 'Percent', value: String(random.between(60, 100)) };
  return undefined;
}
