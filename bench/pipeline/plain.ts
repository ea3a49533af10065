import type { Bed } from '../deployment/bed.js';
import { inProcess } from '../deployment/in-process.js';
import type { Benchmark } from '../harness/benchmark.js';
import { interleave } from '../harness/interleave.js';
import { compare, type Row } from '../harness/row.js';
import { Stopwatch, whyNoCpuTime, type Taken } from '../harness/stopwatch.js';
import { Pipeline } from './pipeline.js';
import { PlainSignatory } from './plain-signatory.js';
import { WrittenByHand } from './written-by-hand.js';

const OUTCOMES = 4_000;
const WHAT = 'outcome -> credential, stored and told; plain bytes signed';
const AGAINST = 'the same rows by set-based SQL, and raw Ed25519 signatures';

/** What the pipeline itself costs, the canonical form left out: the goal, and two harder looks at it. */
export const plain: Benchmark = {
  id: 'P7-plain',
  async measure(bed) {
    const rounds = await measureRounds(bed);
    const against = (theirs: 'byOne' | 'byFour', measure: keyof Taken) => rounds.map((round) => ({ ours: OUTCOMES / round.ours[measure], theirs: OUTCOMES / round[theirs][measure] }));
    const rows: Row[] = [
      compare({ id: 'P7-plain', what: WHAT, unit: 'credentials/s', against: `${AGAINST}, one session`, goal: 0.6 }, against('byOne', 'seconds')),
      compare({ id: 'P7-plain-overlapped', what: WHAT, unit: 'credentials/s', against: `${AGAINST}, over four sessions` }, against('byFour', 'seconds')),
    ];
    if (whyNoCpuTime()) return rows;
    const cpu = compare({ id: 'P7-plain-cpu', what: `${WHAT}; CPU time of Node and PostgreSQL`, unit: 'credentials/CPU-s', against: `${AGAINST}, one session` }, against('byOne', 'cpuSeconds'));
    return [...rows, cpu];
  },
};

async function measureRounds(bed: Bed) {
  const database = await bed.database('plain');
  const watch = new Stopwatch(bed.postgres.pid);
  const pipeline = await Pipeline.start(bed, { database, transport: await inProcess(database), signatory: new PlainSignatory() });
  const [one, four] = [await WrittenByHand.open(database.adminUrl, 1), await WrittenByHand.open(database.adminUrl, 4)];
  try {
    return await interleave({ ours: () => pipeline.issue(OUTCOMES, watch), byOne: () => one.write(watch), byFour: () => four.write(watch) });
  } finally {
    await Promise.all([one.close(), four.close()]);
    await pipeline.stop();
  }
}
