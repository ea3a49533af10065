import type { Database, Transaction } from '@laurel/runtime';
import { continueTrace, inTrace } from '@laurel/runtime';
import { blockedSubjects, keep, type Place } from './dead-letter.js';
import { firstSeen } from './inbox.js';
import type { Reading } from './reading.js';

/** What became of a batch's records. */
export interface Tally {
  readonly applied: number;
  readonly duplicates: number;
  readonly parked: number;
  readonly dead: number;
}

export const nothing: Tally = { applied: 0, duplicates: 0, parked: 0, dead: 0 };
export const add = (a: Tally, b: Tally): Tally => ({ applied: a.applied + b.applied, duplicates: a.duplicates + b.duplicates, parked: a.parked + b.parked, dead: a.dead + b.dead });

/** All or nothing of some readings of one partition, in one transaction: inbox, dead letters, handlers. */
export function attempt(database: Database, place: Place, readings: readonly Reading[]): Promise<Tally> {
  return database.asPipeline(async (tx) => {
    const fresh = await withoutDuplicates(tx, readings);
    const { ready, parked, dead } = await sort(tx, place, fresh);
    await keep(tx, place, [...dead, ...parked]);
    for (const run of runsOf(ready)) await handle(run, tx);
    return { applied: ready.length, duplicates: readings.length - fresh.length, parked: parked.length, dead: dead.length };
  });
}

async function withoutDuplicates(tx: Transaction, readings: readonly Reading[]): Promise<Reading[]> {
  const unseen = await firstSeen(tx, readings.flatMap(({ id }) => id ?? []));
  return readings.filter(({ id }) => id === undefined || unseen.delete(id));
}

/** A dead letter blocks its aggregate at once, so what follows it within the batch is parked like what comes later. */
async function sort(tx: Transaction, place: Place, readings: readonly Reading[]) {
  const blocked = await blockedSubjects(tx, place.topic.name, [...new Set(readings.flatMap(({ subject }) => subject ?? []))]);
  const sorted = { ready: [] as Reading[], parked: [] as Reading[], dead: [] as Reading[] };
  for (const reading of readings) {
    if (reading.subject !== undefined && blocked.has(reading.subject)) sorted.parked.push({ ...reading, fault: undefined });
    else if (!reading.fault) sorted.ready.push(reading);
    else {
      sorted.dead.push(reading);
      if (reading.subject !== undefined) blocked.add(reading.subject);
    }
  }
  return sorted;
}

/** Neighbours of one type go to their handler together; order between types is kept. */
export function runsOf(readings: readonly Reading[]): Reading[][] {
  const runs: Reading[][] = [];
  for (const reading of readings) {
    const last = runs.at(-1);
    if (last?.[0]?.handler === reading.handler) last?.push(reading);
    else runs.push([reading]);
  }
  return runs;
}

/** Runs the handler in the trace of the first event; a handler that needs each event's own finds it in the envelope. */
export async function handle(run: readonly Reading[], tx: Transaction): Promise<void> {
  const events = run.flatMap(({ event }) => event ?? []);
  const handler = run[0]?.handler;
  if (handler) await inTrace(continueTrace(events[0]?.traceparent), () => handler.handle(events, tx));
}
