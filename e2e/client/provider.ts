import type { Achievement, Evidence, Result } from '@laurel/events';
import { BatchAnswer, Credential, CredentialRow, Outcome, PublishedAchievement, type BatchResult } from './answers.js';
import { everyItem } from './pages.js';
import type { Connection } from './http/connection.js';
import { Session } from './http/session.js';
import { ClientTokens, type ClientCredentials } from './http/tokens.js';

export type PublishAchievement = Omit<Achievement, 'id' | 'version' | 'providerId' | 'publishedAt'>;

export interface SubmitOutcome {
  readonly externalId: string;
  readonly learner: {
    readonly email?: string;
    readonly did?: string;
    readonly identifiers?: readonly { readonly type: string; readonly value: string }[];
    readonly name?: string;
  };
  readonly achievementId: string;
  /** A day of the calendar. */
  readonly achievedOn: string;
  readonly result?: Result;
  readonly evidence?: readonly Evidence[];
  readonly hours?: number;
  readonly credits?: number;
}

/** A learning provider's own software. */
export class Provider {
  readonly session: Session;

  constructor(connection: Connection, readonly id: string, client: ClientCredentials) {
    this.session = new Session(connection, new ClientTokens(connection, client));
  }

  publish(achievement: PublishAchievement) {
    return this.session.post('/v1/achievements', achievement, PublishedAchievement);
  }

  /** 201 for a new outcome, 200 for the same again. @throws Refused */
  async submit(outcome: SubmitOutcome): Promise<{ status: number; outcome: Outcome }> {
    const answer = await this.session.send({ method: 'POST', path: '/v1/outcomes', json: outcome, idempotent: true });
    return { status: answer.status, outcome: Outcome.parse(answer.body) };
  }

  /** One to a thousand at once, each with its own answer, in order. */
  async submitBatch(outcomes: readonly unknown[]): Promise<BatchResult[]> {
    return (await this.session.post('/v1/outcomes/batch', { outcomes }, BatchAnswer, true)).results;
  }

  outcome(id: string): Promise<Outcome> {
    return this.session.get(`/v1/outcomes/${id}`, Outcome);
  }

  outcomes(): Promise<Outcome[]> {
    return everyItem(this.session, '/v1/outcomes', Outcome);
  }

  async withdraw(outcomeId: string, reason: string): Promise<void> {
    await this.session.send({ method: 'POST', path: `/v1/outcomes/${outcomeId}/withdrawal`, json: { reason }, idempotent: true });
  }

  credentials(): Promise<CredentialRow[]> {
    return everyItem(this.session, '/v1/credentials', CredentialRow);
  }

  /** A credential, and the very text that was signed. */
  async credential(id: string): Promise<{ credential: Credential; text: string }> {
    const { body, text } = await this.session.send({ method: 'GET', path: `/v1/credentials/${id}` });
    return { credential: Credential.parse(body), text };
  }
}

