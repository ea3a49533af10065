import { countLostAndDoubled, findViolations, type Violation } from '../checker/find-violations.js';
import { observeDatabase } from '../checker/observe-database.js';
import { Random } from '../story/cast/random.js';
import { percentile } from '../story/figures.js';
import { discardOwnFolder, makeOwnFolder } from '../system/own-folder.js';
import { ownPort } from '../system/own-port.js';
import { RunningLaurel, type Mode } from '../system/running-laurel.js';
import { runRound, type Round } from './run-round.js';
import { targetsOf } from './targets.js';

export interface CampaignOptions {
  readonly mode: Mode;
  readonly seed: number;
  readonly rounds: number;
  /** Outcomes a round. */
  readonly outcomes: number;
}

export interface Campaign {
  readonly rounds: number;
  readonly kills: number;
  readonly acknowledged: number;
  readonly credentials: number;
  readonly refusals: number;
  readonly lost: number;
  readonly doubled: number;
  readonly recoveryMs: { readonly p50: number; readonly max: number };
  readonly violations: readonly Violation[];
}

/**
 * Rounds of load and kill on one Laurel, each judged for itself, and all once more at the end: what shows up late counts too.
 * @param write is told a line for each round
 */
export async function runCampaign({ mode, seed, rounds, outcomes }: CampaignOptions, write: (line: string) => void): Promise<Campaign> {
  const folder = makeOwnFolder('faults');
  let laurel: RunningLaurel | undefined;
  const done: Round[] = [];
  try {
    laurel = await RunningLaurel.start({ mode, folder, port: await ownPort(), environment: { RATE_LIMITS: 'off' } });
    for (const [index, target] of targetsOf(mode, laurel.processes().map(({ name }) => name), rounds, new Random(seed)).entries()) {
      const round = await runRound(laurel, { number: index + 1, seed: seed * 1_000 + index, target, outcomes });
      laurel = round.laurel;
      done.push(round);
      write(lineOf(index + 1, round));
      for (const { invariant, kind, what } of round.violations.slice(0, 10)) write(`      ${invariant} ${kind}: ${what}`);
    }
    return summary(done, await findLateViolations(folder, done));
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\nThe end of Laurel's log:\n${laurel?.lastLog() ?? ''}`, { cause: error });
  } finally {
    await laurel?.kill();
    discardOwnFolder(folder);
  }
}

const lineOf = (number: number, { target, killed, acknowledgedBefore, acknowledged, credentials, refusals, recoveryMs, seconds, violations }: Round): string => {
  const { lost, doubled } = countLostAndDoubled(violations);
  const whom = target === 'all' ? `all (${killed.length} processes)` : target;
  return `${String(number).padStart(3)}. killed ${whom} after ${acknowledgedBefore} of ${acknowledged} acknowledged: back in ${(recoveryMs / 1_000).toFixed(1)} s, ` +
    `${credentials} credentials, ${refusals} refusals, lost ${lost}, doubled ${doubled} (${seconds.toFixed(1)} s)`;
};

/** Of all rounds together, in the databases, after the last one. */
async function findLateViolations(folder: string, rounds: readonly Round[]): Promise<Violation[]> {
  const told = { acknowledgements: rounds.flatMap(({ log }) => log.acknowledgements()), contradictions: [] };
  return findViolations(told, await observeDatabase(folder, rounds.map(({ providerId }) => providerId)));
}

function summary(rounds: readonly Round[], late: readonly Violation[]): Campaign {
  const violations = [...rounds.flatMap((round) => round.violations), ...late];
  const sum = (count: (round: Round) => number) => rounds.reduce((total, round) => total + count(round), 0);
  const recovery = rounds.map(({ recoveryMs }) => recoveryMs);
  return {
    rounds: rounds.length, kills: sum(({ killed }) => killed.length), acknowledged: sum(({ acknowledged }) => acknowledged), credentials: sum(({ credentials }) => credentials),
    refusals: sum(({ refusals }) => refusals), ...countLostAndDoubled(violations), recoveryMs: { p50: percentile(recovery, 0.5), max: Math.max(...recovery) }, violations,
  };
}
