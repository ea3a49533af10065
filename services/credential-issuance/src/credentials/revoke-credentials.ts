import { Injectable } from '@nestjs/common';
import { credentialStatusChanged } from '@laurel/events';
import { emit } from '@laurel/messaging';
import { Clock, type Transaction } from '@laurel/runtime';
import { Issuers } from '../issuers/issuers.js';
import { StatusLists } from '../status-lists/status-lists.js';
import type { CredentialRow } from './credential.js';

/** A withdrawn outcome, with the trace of the request that withdrew it. */
interface WithdrawnOutcome {
  readonly outcomeId: string;
  readonly traceparent?: string;
}

type Revoked = Pick<CredentialRow, 'id' | 'outcomeId' | 'providerId' | 'learnerId' | 'achievementName' | 'version' | 'pairId'> & { index: number };

@Injectable()
export class RevokeCredentials {
  constructor(
    private readonly clock: Clock,
    private readonly issuers: Issuers,
    private readonly statusLists: StatusLists,
  ) {}

  /** Revokes the credentials of outcomes, where there are any that still stand; nothing happens to the others. */
  async revoke(tx: Transaction, outcomes: readonly WithdrawnOutcome[]): Promise<void> {
    const [revoked]: [Revoked[], number] = await tx.query(
      `update credentials set status = 'revoked', version = version + 1 where outcome_id = any($1::uuid[]) and status in ('active', 'suspended')
       returning id, outcome_id as "outcomeId", provider_id as "providerId", learner_id as "learnerId", achievement_name as "achievementName", version,
         pair_id as "pairId", status_index as index`,
      [outcomes.map(({ outcomeId }) => outcomeId)],
    );
    if (revoked.length === 0) return;
    const now = this.clock.now();
    const issuers = await this.issuers.acting(tx, [...new Set(revoked.map(({ providerId }) => providerId))]);
    await this.statusLists.mark(tx, issuers, revoked.map(({ pairId, index }) => ({ pairId, index, purpose: 'revocation', value: true })));
    const traces = new Map(outcomes.map(({ outcomeId, traceparent }) => [outcomeId, traceparent]));
    await emit(tx, credentialStatusChanged, revoked.map(({ id, outcomeId, providerId, learnerId, achievementName, version }) => {
      const providerName = issuers.get(providerId)?.issuer.name ?? '';
      const change = { status: 'revoked', reason: 'withdrawn-by-provider', changedBy: providerName, changedAt: now.toISOString() } as const;
      return {
        subject: id, version, orderingKey: learnerId, time: now, traceparent: traces.get(outcomeId),
        data: { credentialId: id, outcomeId, providerId, providerName, learnerId, achievementName, ...change },
      };
    }));
  }
}
