import { Injectable } from '@nestjs/common';
import { outcomeRefused, registryAsked, type RefusalCode } from '@laurel/events';
import { emit } from '@laurel/messaging';
import { Clock, newId, placeholders, type Transaction } from '@laurel/runtime';
import { IssueCredentials } from '../credentials/issue-credentials.js';
import { loadFacts } from '../facts/facts.js';
import { decide, mayChange } from './decide.js';
import type { ApprovedOutcome, PendingOutcome } from './outcome.js';

interface RefusedOutcome extends PendingOutcome {
  readonly code: RefusalCode;
  readonly detail: string;
}

/** Decides outcomes, and does what follows of it: a credential, a refusal, or a question to the registry. */
@Injectable()
export class Decisions {
  constructor(
    private readonly clock: Clock,
    private readonly issueCredentials: IssueCredentials,
  ) {}

  /**
   * All of a batch in the caller's transaction.
   * @param known `complete` when every fact from before has arrived; else what may be for want of a fact waits (flow.md, decision 1)
   */
  async settle(tx: Transaction, pending: readonly PendingOutcome[], known: 'complete' | 'so far'): Promise<void> {
    if (pending.length === 0) return;
    const factsOf = await loadFacts(tx, pending.map(({ outcome }) => outcome));
    const [approved, refused, waiting]: [ApprovedOutcome[], RefusedOutcome[], PendingOutcome[]] = [[], [], []];
    for (const each of pending) {
      const verdict = decide(each.outcome, factsOf(each.outcome));
      if (verdict.kind === 'issue') approved.push({ ...each, ...verdict });
      else if (known === 'complete' || !mayChange(verdict.code)) refused.push({ ...each, ...verdict });
      else waiting.push(each);
    }
    if (approved.length > 0) await this.issueCredentials.issue(tx, approved);
    if (refused.length > 0) await this.refuse(tx, refused);
    if (waiting.length > 0) await this.ask(tx, waiting);
  }

  private async refuse(tx: Transaction, refused: readonly RefusedOutcome[]): Promise<void> {
    const now = this.clock.now();
    const refusals = refused.map(({ outcome: { outcomeId, attempt, providerId, learnerId }, code, detail, traceparent }) => (
      { data: { outcomeId, attempt, providerId, learnerId, code, detail, refusedAt: now.toISOString() }, traceparent }));
    await tx.query(
      `insert into refusals (outcome_id, attempt, provider_id, learner_id, code, detail, refused_at) values ${placeholders(refusals.length, 7)}
       on conflict (outcome_id) do update set attempt = excluded.attempt, code = excluded.code, detail = excluded.detail, refused_at = excluded.refused_at`,
      refusals.flatMap(({ data }) => [data.outcomeId, data.attempt, data.providerId, data.learnerId, data.code, data.detail, data.refusedAt]),
    );
    await emit(tx, outcomeRefused, refusals.map(({ data, traceparent }) => (
      { subject: data.outcomeId, version: data.attempt, orderingKey: data.learnerId, time: now, data, traceparent })));
  }

  /** One question for all: the answer comes behind every fact that was told before it. */
  private async ask(tx: Transaction, waiting: readonly PendingOutcome[]): Promise<void> {
    const question = newId();
    await tx.query(
      `insert into waiting_outcomes (outcome_id, attempt, question, outcome, traceparent) values ${placeholders(waiting.length, 5)}
       on conflict (outcome_id) do update set attempt = excluded.attempt, question = excluded.question, outcome = excluded.outcome, traceparent = excluded.traceparent`,
      waiting.flatMap(({ outcome, traceparent }) => [outcome.outcomeId, outcome.attempt, question, JSON.stringify(outcome), traceparent ?? null]),
    );
    await emit(tx, registryAsked, [{ subject: question, version: 1, orderingKey: 'registry', time: this.clock.now(), data: { question } }]);
  }
}
