import type { Bed } from '../deployment/bed.js';
import { inProcess } from '../deployment/in-process.js';
import type { Benchmark } from '../harness/benchmark.js';
import { interleave } from '../harness/interleave.js';
import { compare } from '../harness/row.js';
import { Stopwatch, whyNoCpuTime } from '../harness/stopwatch.js';
import { Pipeline } from './pipeline.js';
import { PlainSignatory } from './plain-signatory.js';
import { WrittenByHand } from './written-by-hand.js';

const OUTCOMES = 4_000;
const AGAINST = 'the same rows by set-based SQL, and raw Ed25519 signatures';

/** What the pipeline itself costs, the canonical form left out (the goal), and how fast it is. */
export const plain: Benchmark = {
  id: 'P7-plain',
  async measure(bed) {
    const why = whyNoCpuTime();
    if (why) return { skipped: why };
    const rounds = await measureRounds(bed);
    const of = (measure: 'cpuSeconds' | 'seconds') => rounds.map(({ ours, theirs }) => ({ ours: OUTCOMES / ours[measure], theirs: OUTCOMES / theirs[measure] }));
    const what = 'outcome -> credential, stored and told; plain bytes signed';
    return [
      compare({ id: 'P7-plain', what: `${what}; Node and PostgreSQL together`, unit: 'credentials/CPU-s', against: AGAINST, goal: 0.6 }, of('cpuSeconds')),
      compare({ id: 'P7-plain-rate', what, unit: 'credentials/s', against: AGAINST }, of('seconds')),
    ];
  },
};

async function measureRounds(bed: Bed) {
  const database = await bed.database('plain');
  const watch = new Stopwatch(bed.postgres.pid);
  const pipeline = await Pipeline.start(bed, { database, transport: await inProcess(database), signatory: new PlainSignatory() });
  const byHand = await WrittenByHand.open(database.adminUrl);
  try {
    return await interleave(() => pipeline.issue(OUTCOMES, watch), () => byHand.write(watch));
  } finally {
    await byHand.close();
    await pipeline.stop();
  }
}
