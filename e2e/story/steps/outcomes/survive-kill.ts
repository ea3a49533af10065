import type { Acknowledgement } from '../../../client/operation-log.js';
import type { ReadRow } from '../../../outcomes-file/row.js';
import { isAlive } from '../../../system/processes.js';
import type { Company } from '../../cast/company.js';
import { expectThat, inSeconds } from '../../narrator.js';
import { submitRows, type Submitted } from '../../submit-rows.js';
import type { World } from '../../world.js';

export interface Kill {
  readonly processes: string[];
  /** Instants, in milliseconds since the epoch. */
  readonly at: number;
  readonly backAt: number;
  readonly acknowledgedBefore: number;
  readonly thereAfter: number;
  readonly lost: number;
  readonly doubled: number;
}

export interface Survived {
  readonly submitted: Submitted;
  readonly kill: Kill;
}

export interface Load {
  readonly rows: AsyncIterable<ReadRow> | Iterable<ReadRow>;
  /** How many rows there are, about. */
  readonly count: number;
  /** Rows a request. */
  readonly batch: number;
}

/**
 * Hands in the rows while, half way, every process gets SIGKILL and everything is started again. Who was told 201 before
 * finds the outcome after; who was cut off asks again and gets one outcome, not two.
 */
export async function surviveKill(world: World, company: Company, { rows, count, batch }: Load): Promise<Survived> {
  const { log, narrator } = world;
  const half = log.size + Math.floor(count / 2);
  const { submitted, kill } = await new Promise<Survived>((resolve, reject) => {
    let killed: Promise<Kill> | undefined;
    const strike = () => (killed ??= killAndRestart(world, company));
    const onAnswer = () => {
      if (log.size >= half) strike().catch(reject);
    };
    submitRows(rows, { deskOf: (achievement) => company.deskOf(achievement), log, batch, atOnce: 4, onAnswer })
      .then(async (done) => resolve({ submitted: done, kill: await strike() }))
      .catch(reject);
  });
  narrator.say(`SIGKILL half way: ${kill.processes.join(', ')}`);
  narrator.say(`started again, ready after ${inSeconds(kill.backAt - kill.at)}`);
  narrator.say(`acknowledged before: ${kill.acknowledgedBefore}, of these there after it: ${kill.thereAfter}; lost ${kill.lost}, doubled ${kill.doubled}`);
  narrator.say(`then the rest: ${submitted.rows} rows, ${submitted.recorded} recorded, ${submitted.again} recorded already when the answer was cut off`);
  expectThat(kill.lost === 0, `nothing acknowledged to be lost, not ${kill.lost}`);
  expectThat(kill.doubled === 0, `nothing to be there twice, not ${kill.doubled}`);
  return { submitted, kill };
}

async function killAndRestart(world: World, company: Company): Promise<Kill> {
  const before = world.log.acknowledgements();
  const victims = await world.kill();
  const at = Date.now();
  expectThat(victims.length > 1 && !victims.some(({ pid }) => isAlive(pid)), 'every process to be gone');
  await world.restart();
  const backAt = Date.now();
  return { processes: victims.map(({ name }) => name), at, backAt, acknowledgedBefore: before.length, ...(await countAfter(company, before)) };
}

async function countAfter(company: Company, before: readonly Acknowledgement[]) {
  const outcomes = (await Promise.all(company.all.map((provider) => provider.outcomes()))).flat();
  const ids = new Set(outcomes.map(({ id }) => id));
  const thereAfter = before.filter(({ outcomeId }) => ids.has(outcomeId)).length;
  const keys = new Set(outcomes.map(({ providerId, externalId }) => `${providerId} ${externalId}`));
  return { thereAfter, lost: before.length - thereAfter, doubled: outcomes.length - keys.size };
}
