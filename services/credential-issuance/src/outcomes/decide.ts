import { covers, type Accreditation, type Achievement, type RecordedOutcome, type RefusalCode } from '@laurel/events';
import type { Facts } from '../facts/facts.js';
import { problem } from '../problems.js';

export type Verdict =
  | { readonly kind: 'issue'; readonly achievement: Achievement; readonly accreditation: Accreditation }
  | { readonly kind: 'refuse'; readonly code: RefusalCode; readonly detail: string };

/**
 * Whether an outcome becomes a credential: its provider is approved, the achievement is the provider's own, and an
 * accreditation covers it that stands now and was in force on the day of the achievement (flow.md, decisions 6 and 7).
 */
export function decide(outcome: RecordedOutcome, { provider, versions, accreditations }: Facts): Verdict {
  const { providerId, achievementId, achievedOn } = outcome;
  if (provider?.status === 'suspended') return refuse('provider-suspended', `The provider ${providerId} is suspended.`);
  if (provider?.status !== 'approved') return refuse('provider-not-approved', `The provider ${providerId} is ${provider?.status ?? 'not known'}.`);
  const achievement = versionAt(versions, outcome.recordedAt);
  if (!achievement) return refuse('unknown-achievement', `No achievement has the id ${achievementId}.`);
  if (achievement.providerId !== providerId) return refuse('foreign-achievement', `The achievement ${achievementId} is another provider's.`);
  const covering = accreditations.filter(({ scope, withdrawnAt }) => withdrawnAt === undefined && covers(scope, achievement));
  if (covering.length === 0) return refuse('not-accredited', `No accreditation that stands covers version ${achievement.version} of "${achievement.name}".`);
  const accreditation = covering.find(({ validFrom, validUntil }) => validFrom <= achievedOn && (validUntil === undefined || achievedOn <= validUntil));
  if (!accreditation) return refuse('accreditation-lapsed', `What covers "${achievement.name}" was not in force on ${achievedOn}: ${covering.map(period).join(', ')}.`);
  return { kind: 'issue', achievement, accreditation };
}

/** Whether a fact that is on its way could make it another verdict. An achievement never changes hands. */
export const mayChange = (code: RefusalCode): boolean => code !== 'foreign-achievement';

/** The latest version that was published when the outcome was recorded; the first one, where clocks disagree or it came later. */
const versionAt = (versions: readonly Achievement[], recordedAt: string): Achievement | undefined =>
  versions.findLast(({ publishedAt }) => publishedAt <= recordedAt) ?? versions[0];

/** Says what is wrong and what to do about it. */
const refuse = (code: RefusalCode, reason: string): Verdict => ({ kind: 'refuse', code, detail: `${reason} ${problem.kinds[code]?.advice ?? ''}`.slice(0, 2_000) });

const period = ({ validFrom, validUntil }: Accreditation): string => (validUntil === undefined ? `from ${validFrom}` : `${validFrom} to ${validUntil}`);
