import { Injectable } from '@nestjs/common';
import { hashIdentity } from '@laurel/credentials';
import { outcomeRecorded, type RecordedOutcome } from '@laurel/events';
import { emit } from '@laurel/messaging';
import { Clock, Database, insertRows, newId, Problem, type Transaction } from '@laurel/runtime';
import { randomBytes } from 'node:crypto';
import { In } from 'typeorm';
import { KnownAchievementTable } from '../achievements/known-achievement.table.js';
import { normalEmail, type Learner } from '../learners/learner.js';
import { Learners } from '../learners/learners.js';
import { problem } from '../problems.js';
import { canonicalContent, contradiction, showOutcome, type Outcome, type OutcomeRow, type RecordOutcome } from './outcome.js';
import { OutcomeTable } from './outcome.table.js';

/** What became of one submitted row. */
export type Recorded = { readonly status: 200 | 201; readonly outcome: Outcome } | { readonly problem: Problem };

interface Submission {
  readonly outcome: RecordOutcome;
  readonly content: string;
  readonly contentHash: string;
}

/** Records outcomes, each exactly once by its provider's externalId, and tells issuance in the same transaction. */
@Injectable()
export class OutcomeRecorder {
  constructor(
    private readonly database: Database,
    private readonly learners: Learners,
    private readonly clock: Clock,
  ) {}

  /** The answer to each row, in order. Whatever becomes of one, the others are recorded. */
  async record(providerId: string, outcomes: readonly RecordOutcome[]): Promise<Recorded[]> {
    const submissions = outcomes.map((outcome) => ({ outcome, ...canonicalContent(outcome) }));
    const now = this.clock.now();
    const faults = submissions.map(({ outcome, content }) => contradiction(outcome, content, now));
    const sound = submissions.filter((_, index) => !faults[index]);
    const recorded = sound.length === 0 ? [] : await this.database.asPipeline((tx) => this.recordSound(tx, providerId, sound));
    const answers = recorded.values();
    return faults.map((fault) => (fault ? { problem: fault } : next(answers)));
  }

  private async recordSound(tx: Transaction, providerId: string, submissions: readonly Submission[]): Promise<Recorded[]> {
    const known = await findByExternalId(tx, providerId, submissions);
    const foreign = await findForeign(tx, providerId, submissions);
    const fresh = new Map<string, Submission>();
    for (const submission of submissions) {
      const { externalId, achievementId } = submission.outcome;
      if (!known.has(externalId) && !foreign.has(achievementId) && !fresh.has(externalId)) fresh.set(externalId, submission);
    }
    const inserted = await this.insert(tx, providerId, [...fresh.values()]);
    // somebody else may have recorded one of them a moment ago
    const raced = [...fresh.values()].filter(({ outcome }) => !inserted.has(outcome.externalId));
    const rows = new Map([...known, ...inserted, ...(await findByExternalId(tx, providerId, raced))]);
    const told = new Set<string>();
    return submissions.map((submission) => {
      const { externalId, achievementId } = submission.outcome;
      const row = rows.get(externalId);
      if (!row) return { problem: problem('foreign-achievement', `The achievement ${achievementId} is another provider's.`) };
      if (row.contentHash !== submission.contentHash) return { problem: problem('external-id-conflict', `The outcome ${row.id} has the externalId ${externalId} and other content.`) };
      const first = inserted.has(externalId) && !told.has(externalId);
      told.add(externalId);
      return { status: first ? 201 : 200, outcome: showOutcome(row) };
    });
  }

  private async insert(tx: Transaction, providerId: string, submissions: readonly Submission[]): Promise<Map<string, OutcomeRow>> {
    if (submissions.length === 0) return new Map();
    const learners = await this.learners.resolve(tx, submissions.map(({ outcome }) => outcome.learner), providerId);
    const recordedAt = this.clock.now().toISOString();
    const made = submissions.map(({ outcome, content, contentHash }, index) => ({
      outcome, learner: at(learners, index),
      row: { id: newId(), providerId, externalId: outcome.externalId, learnerId: at(learners, index).id, content, contentHash, status: 'recorded' as const, version: 1, attempt: 1, recordedAt },
    }));
    const ids = await store(tx, made.map(({ row }) => row));
    const stored = made.filter(({ row }) => ids.has(row.id));
    const time = new Date(recordedAt);
    await emit(tx, outcomeRecorded, stored.map(({ row, outcome, learner }) => ({ subject: row.id, version: 1, orderingKey: learner.id, time, data: recordedOutcome(row, outcome, learner) })));
    return new Map(stored.map(({ row }) => [row.externalId, row]));
  }
}

/** What issuance is told: nothing by which a person could be recognised (flow.md, Personal data). */
export function recordedOutcome({ id, attempt, providerId, recordedAt }: OutcomeRow, { learner: reference, ...statement }: RecordOutcome, { id: learnerId, subjectId }: Omit<Learner, 'createdBy' | 'createdAt'>): RecordedOutcome {
  const salt = randomBytes(16).toString('hex');
  const identity = reference.email === undefined ? {} : { identity: { identityHash: hashIdentity(normalEmail(reference.email), salt), salt } };
  return { ...statement, ...identity, outcomeId: id, attempt, providerId, learnerId, subjectId, recordedAt };
}

async function findByExternalId(tx: Transaction, providerId: string, submissions: readonly Submission[]): Promise<Map<string, OutcomeRow>> {
  if (submissions.length === 0) return new Map();
  const rows = await tx.findBy(OutcomeTable, { providerId, externalId: In(submissions.map(({ outcome }) => outcome.externalId)) });
  return new Map(rows.map((row) => [row.externalId, row]));
}

/** The achievements that are known to be somebody else's. */
async function findForeign(tx: Transaction, providerId: string, submissions: readonly Submission[]): Promise<Set<string>> {
  const rows = await tx.findBy(KnownAchievementTable, { id: In([...new Set(submissions.map(({ outcome }) => outcome.achievementId))]) });
  return new Set(rows.filter((row) => row.providerId !== providerId).map(({ id }) => id));
}

const COLUMNS = {
  id: 'uuid', provider_id: 'uuid', external_id: 'text', learner_id: 'uuid', content: 'json', content_hash: 'text', status: 'text', version: 'int', attempt: 'int', recorded_at: 'timestamptz',
} as const;

/** Stores in the order of externalId, which is the same for all, so that two batches never wait in a circle; answers the ids of those that were new. */
async function store(tx: Transaction, rows: readonly OutcomeRow[]): Promise<Set<string>> {
  const sorted = [...rows].sort((one, other) => (one.externalId < other.externalId ? -1 : 1));
  const inserted = await insertRows<typeof COLUMNS, { id: string }>(tx, 'learner_records.outcomes', COLUMNS, sorted.map(({ id, providerId, externalId, learnerId, content, contentHash, status, version, attempt, recordedAt }) => (
    { id, provider_id: providerId, external_id: externalId, learner_id: learnerId, content, content_hash: contentHash, status, version, attempt, recorded_at: recordedAt })),
  'on conflict (provider_id, external_id) do nothing returning id');
  return new Set(inserted.map(({ id }) => id));
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`nothing stands at ${index}`);
  return item;
}

function next<Item>(items: IterableIterator<Item>): Item {
  const step = items.next();
  if (step.done) throw new Error('fewer answers than rows');
  return step.value;
}
