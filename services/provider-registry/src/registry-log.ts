import { accreditationChanged, achievementPublished, clientRevoked, providerChanged, registryComplete, type EventType } from '@laurel/events';
import { emit } from '@laurel/messaging';
import type { Transaction } from '@laurel/runtime';
import type { z } from 'zod';

/** The one log of the registry's facts: everybody reads them in the order in which they became true (decision 0002). */
const ORDER = 'registry';
const LOCK = `hashtext('provider_registry.log')`;

interface Fact<Type extends EventType> {
  /** What the fact is about. */
  readonly subject: string;
  /** Counts the facts about it from 1. */
  readonly version: number;
  readonly time: Date;
  readonly data: z.input<Type['data']>;
}

type FactType = typeof providerChanged | typeof accreditationChanged | typeof achievementPublished | typeof clientRevoked;

/** Tells a fact. Writers share the lock, so that `complete` can wait for every one that began before it. */
export async function tell<Type extends FactType>(tx: Transaction, type: Type, { subject, ...fact }: Fact<Type>): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock_shared(${LOCK})`);
  await emit(tx, type, [{ ...fact, subject, key: `${type.type}:${subject}`, orderingKey: ORDER }]);
}

/** Answers questions behind every fact whose transaction began before this one got the lock. */
export async function tellComplete(tx: Transaction, questions: string[], answer: { id: string; time: Date }): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(${LOCK})`);
  await emit(tx, registryComplete, [{ subject: answer.id, version: 1, key: 'complete', orderingKey: ORDER, time: answer.time, data: { questions } }]);
}
