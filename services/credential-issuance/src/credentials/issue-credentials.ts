import { Injectable } from '@nestjs/common';
import { buildAchievementCredential, validUntil } from '@laurel/credentials';
import { credentialIssued, type IssuedCredential } from '@laurel/events';
import { emit } from '@laurel/messaging';
import { Clock, insertRows, newId, PublicOrigin, type RowOf, type Transaction } from '@laurel/runtime';
import { Issuers, type ActingIssuer } from '../issuers/issuers.js';
import { Signatory } from '../issuers/signatory.js';
import type { ApprovedOutcome } from '../outcomes/outcome.js';
import type { TakenPlace } from '../status-lists/status-list.js';
import { TakePlaces } from '../status-lists/take-places.js';

/** A signed credential that is about to be stored and told of. */
interface NewCredential {
  readonly approved: ApprovedOutcome;
  readonly place: TakenPlace;
  readonly issued: IssuedCredential;
  readonly document: string;
}

const COLUMNS = {
  id: 'uuid', outcome_id: 'uuid', provider_id: 'uuid', learner_id: 'uuid', external_id: 'text', achievement_id: 'uuid', achievement_version: 'int', achievement_name: 'text',
  accreditation_id: 'uuid', status: 'text', version: 'int', issued_at: 'timestamptz', pair_id: 'uuid', status_index: 'int', document: 'json',
} as const;

@Injectable()
export class IssueCredentials {
  constructor(
    private readonly clock: Clock,
    private readonly origin: PublicOrigin,
    private readonly issuers: Issuers,
    private readonly places: TakePlaces,
    private readonly signatory: Signatory,
  ) {}

  /** Takes status places, builds, lints, signs, stores and tells of a batch, all or nothing with the caller's transaction. */
  async issue(tx: Transaction, approved: readonly ApprovedOutcome[]): Promise<void> {
    const wanted = countByProvider(approved);
    const issuers = await this.issuers.acting(tx, [...wanted.keys()]);
    const places = await this.places.take(tx, issuers, wanted);
    const now = this.clock.now();
    const credentials: NewCredential[] = [];
    for (const each of approved) {
      const issuer = issuers.get(each.outcome.providerId);
      const place = places.get(each.outcome.providerId)?.pop();
      if (!issuer || !place) throw new Error(`the provider ${each.outcome.providerId} is approved and has no issuer`);
      credentials.push(await this.sign(each, issuer, place, now));
    }
    const stored = await this.store(tx, credentials);
    await this.tell(tx, credentials.filter(({ issued }) => stored.has(issued.credentialId)), now);
  }

  private async sign(approved: ApprovedOutcome, { issuer, keys }: ActingIssuer, place: TakenPlace, now: Date): Promise<NewCredential> {
    const { outcome, achievement, accreditation } = approved;
    const [credentialId, issuedAt] = [newId(), now.toISOString()];
    const unsigned = buildAchievementCredential({
      credentialId, issuer, achievement, outcome, status: place, validFrom: issuedAt, origin: this.origin.url,
      subject: { id: outcome.subjectId, identity: outcome.identity },
    });
    const issued: IssuedCredential = {
      credentialId, outcomeId: outcome.outcomeId, providerId: outcome.providerId, providerName: issuer.name, learnerId: outcome.learnerId, issuerId: issuer.id,
      achievementId: achievement.id, achievementVersion: achievement.version, achievementName: achievement.name,
      formOfLearning: achievement.formOfLearning, level: achievement.level, trust: 'accredited', accreditationId: accreditation.id,
      awardedOn: outcome.achievedOn, issuedAt, validUntil: achievement.validFor && validUntil(issuedAt, achievement.validFor),
    };
    return { approved, place, issued, document: await this.signatory.sign(unsigned, keys.credentials, now) };
  }

  /** Gives the ids that were stored: an outcome that got its credential meanwhile gets no second one. */
  private async store(tx: Transaction, credentials: readonly NewCredential[]): Promise<Set<string>> {
    const rows = await insertRows<typeof COLUMNS, { id: string }>(tx, 'credentials', COLUMNS, credentials.map(rowOf), 'on conflict (outcome_id) do nothing returning id');
    const again = credentials.filter(({ approved }) => approved.outcome.attempt > 1).map(({ issued }) => issued.outcomeId);
    if (again.length > 0) await tx.query('delete from refusals where outcome_id = any($1::uuid[])', [again]);
    return new Set(rows.map(({ id }) => id));
  }

  private tell(tx: Transaction, credentials: readonly NewCredential[], time: Date): Promise<void> {
    return emit(tx, credentialIssued, credentials.map(({ issued, approved: { traceparent } }) => (
      { subject: issued.credentialId, version: 1, orderingKey: issued.learnerId, time, data: issued, traceparent })));
  }
}

const rowOf = ({ approved: { outcome }, issued, place, document }: NewCredential): RowOf<typeof COLUMNS> => ({
  id: issued.credentialId, outcome_id: issued.outcomeId, provider_id: issued.providerId, learner_id: issued.learnerId, external_id: outcome.externalId,
  achievement_id: issued.achievementId, achievement_version: issued.achievementVersion, achievement_name: issued.achievementName, accreditation_id: issued.accreditationId,
  status: 'active', version: 1, issued_at: issued.issuedAt, pair_id: place.pairId, status_index: place.index, document,
});

function countByProvider(approved: readonly ApprovedOutcome[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { outcome: { providerId } } of approved) counts.set(providerId, (counts.get(providerId) ?? 0) + 1);
  return counts;
}
