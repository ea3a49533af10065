import type { JsonObject } from '@laurel/credentials';
import { digitalBazaar, sampleSigner, type Secure } from '@laurel/credentials/foreign';
import { inProcess } from '../deployment/in-process.js';
import type { Benchmark } from '../harness/benchmark.js';
import { interleave } from '../harness/interleave.js';
import { compare } from '../harness/row.js';
import { Stopwatch, whyNoCpuTime, type Taken } from '../harness/stopwatch.js';
import { Pipeline } from './pipeline.js';

const OUTCOMES = 600;
/** A second of the library, roughly. */
const THEIRS = 100;

/** The whole with the product's own signature, beside a library that does nothing but sign. */
export const signed: Benchmark = {
  id: 'P7-signed',
  async measure(bed) {
    const why = whyNoCpuTime();
    if (why) return { skipped: why };
    const database = await bed.database('signed');
    const watch = new Stopwatch(bed.postgres.pid);
    const pipeline = await Pipeline.start(bed, { database, transport: await inProcess(database) });
    const library = await digitalBazaar.secures('eddsa-rdfc-2022', sampleSigner(1), new Date());
    try {
      const ours = async () => OUTCOMES / (await pipeline.issue(OUTCOMES, watch)).cpuSeconds;
      const theirs = async () => THEIRS / (await issueAll(library, await unsigned(pipeline), watch)).cpuSeconds;
      return [compare({
        id: 'P7-signed', what: 'outcome -> credential, stored and told; eddsa-rdfc-2022; Node and PostgreSQL together', unit: 'credentials/CPU-s',
        against: '@digitalbazaar/vc issuing the same documents, eddsa-rdfc-2022, nothing stored',
      }, await interleave({ ours, theirs }))];
    } finally {
      await pipeline.stop();
    }
  },
};

async function unsigned(pipeline: Pipeline): Promise<JsonObject[]> {
  const documents = await pipeline.documents(THEIRS);
  return documents.map((document) => {
    const { proof: _proof, ...credential } = JSON.parse(document) as JsonObject;
    return credential;
  });
}

async function issueAll(issue: Secure, credentials: readonly JsonObject[], watch: Stopwatch): Promise<Taken> {
  const stop = watch.start();
  for (const credential of credentials) await issue(credential);
  return stop();
}
