import { setTimeout as sleep } from 'node:timers/promises';
import { findViolations, type Violation } from '../checker/find-violations.js';
import { observeApi } from '../checker/observe-api.js';
import { observeDatabase } from '../checker/observe-database.js';
import { OperationLog } from '../client/operation-log.js';
import type { Provider } from '../client/provider.js';
import { Random } from '../story/cast/random.js';
import { settled } from '../story/settle.js';
import type { RunningLaurel } from '../system/running-laurel.js';
import { admitContestant } from './contestant.js';
import { castLoad, runLoad } from './load.js';
import { strike, type Strike } from './strike.js';

export interface RoundOptions {
  readonly number: number;
  readonly seed: number;
  readonly target: string;
  readonly outcomes: number;
}

export interface Round {
  readonly target: string;
  readonly killed: string[];
  /** Acknowledged before SIGKILL, and in the end. */
  readonly acknowledgedBefore: number;
  readonly acknowledged: number;
  readonly credentials: number;
  readonly refusals: number;
  readonly recoveryMs: number;
  readonly seconds: number;
  readonly violations: readonly Violation[];
  readonly providerId: string;
  readonly log: OperationLog;
  readonly laurel: RunningLaurel;
}

/** The kill falls between these shares of the outcomes, and up to so many milliseconds after an answer. */
const EARLIEST = 15;
const LATEST = 75;
const LATER_MS = 40;
const SETTLED_WITHIN_MS = 120_000;

/** A load, a kill in the middle of it, and the checker's verdict when all has settled. */
export async function runRound(laurel: RunningLaurel, { number, seed, target, outcomes }: RoundOptions): Promise<Round> {
  const began = performance.now();
  const random = new Random(seed);
  const contestant = await admitContestant(laurel, `Round ${number}`);
  const { provider } = contestant;
  const log = new OperationLog();
  const killAt = Math.ceil((outcomes * random.between(EARLIEST, LATEST)) / 100);
  const laterMs = random.between(0, LATER_MS);
  let acknowledgedBefore = 0;
  const blow = await new Promise<Strike>((resolve, reject) => {
    let struck: Promise<Strike> | undefined;
    const onAnswer = () => {
      if (log.size >= killAt) struck ??= sleep(laterMs).then(() => { acknowledgedBefore = log.size; return strike(laurel, target, contestant); });
      struck?.catch(reject);
    };
    runLoad(provider, castLoad(contestant, outcomes, random), log, onAnswer).then(() => resolve(struck ?? Promise.reject(new Error('the load ended without a kill'))), reject);
  });
  const verdict = await judge(blow.laurel, log, provider);
  return {
    target, killed: blow.victims.map(({ name }) => name), acknowledgedBefore, acknowledged: log.size, ...verdict,
    recoveryMs: Math.round(blow.recoveryMs), seconds: (performance.now() - began) / 1_000, providerId: provider.id, log, laurel: blow.laurel,
  };
}

/** By the API and by the databases alike. */
async function judge(laurel: RunningLaurel, log: OperationLog, provider: Provider) {
  // What stays `recorded` is the checker's to report.
  await settled([provider], SETTLED_WITHIN_MS).catch(() => undefined);
  const told = { acknowledgements: log.acknowledgements(), contradictions: log.contradictions };
  const api = await observeApi([provider]);
  const database = await observeDatabase(laurel.options.folder, [provider.id]);
  return {
    credentials: database.credentials.length, refusals: database.outcomes.filter(({ status }) => status === 'refused').length,
    violations: [...findViolations(told, api).map((each) => ({ ...each, what: `API: ${each.what}` })), ...findViolations(told, database).map((each) => ({ ...each, what: `databases: ${each.what}` }))],
  };
}
