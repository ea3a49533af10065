import type { Accreditation, Achievement, Provider, RecordedOutcome } from '@laurel/events';
import type { Transaction } from '@laurel/runtime';

/** What is known here about one outcome's provider and achievement. */
export interface Facts {
  readonly provider?: Provider;
  /** Every version of the achievement, oldest first. */
  readonly versions: readonly Achievement[];
  /** Of the provider; withdrawn ones among them. */
  readonly accreditations: readonly Accreditation[];
}

const grouped = <Fact>(facts: readonly { fact: Fact }[], keyOf: (fact: Fact) => string): Map<string, Fact[]> => {
  const groups = new Map<string, Fact[]>();
  for (const { fact } of facts) {
    const key = keyOf(fact);
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return groups;
};

/** The facts of a whole batch, in three queries; gives those of each outcome. */
export async function loadFacts(tx: Transaction, outcomes: readonly RecordedOutcome[]): Promise<(outcome: RecordedOutcome) => Facts> {
  const providerIds = [...new Set(outcomes.map(({ providerId }) => providerId))];
  const achievementIds = [...new Set(outcomes.map(({ achievementId }) => achievementId))];
  const providers: { fact: Provider }[] = await tx.query('select fact from providers where id = any($1::uuid[])', [providerIds]);
  const accreditations: { fact: Accreditation }[] = await tx.query('select fact from accreditations where provider_id = any($1::uuid[]) order by id', [providerIds]);
  const achievements: { fact: Achievement }[] = await tx.query('select fact from achievements where id = any($1::uuid[]) order by id, version', [achievementIds]);
  const providerOf = new Map(providers.map(({ fact }) => [fact.id, fact]));
  const accreditationsOf = grouped(accreditations, ({ providerId }) => providerId);
  const versionsOf = grouped(achievements, ({ id }) => id);
  return ({ providerId, achievementId }) => ({
    provider: providerOf.get(providerId),
    versions: versionsOf.get(achievementId) ?? [],
    accreditations: accreditationsOf.get(providerId) ?? [],
  });
}
