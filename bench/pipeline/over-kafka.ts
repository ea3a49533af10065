import { createTopics, whyNoKafka } from '@laurel/infra';
import { allTopics } from '@laurel/events';
import { KafkaTransport } from '@laurel/messaging';
import type { Bed } from '../deployment/bed.js';
import { inProcess, silent } from '../deployment/in-process.js';
import type { Benchmark } from '../harness/benchmark.js';
import { interleave } from '../harness/interleave.js';
import { compare } from '../harness/row.js';
import { Stopwatch } from '../harness/stopwatch.js';
import { Pipeline } from './pipeline.js';
import { PlainSignatory } from './plain-signatory.js';

const OUTCOMES = 4_000;

/** The same code over real Apache Kafka, one broker on this machine, beside the log in PostgreSQL. */
export const overKafka: Benchmark = {
  id: 'P7-kafka',
  async measure(bed) {
    const why = whyNoKafka();
    if (why) return { skipped: why };
    const [kafka, local] = [await startOverKafka(bed), await startInProcess(bed)];
    const watch = new Stopwatch(bed.postgres.pid);
    try {
      const rateOf = async (pipeline: Pipeline) => OUTCOMES / (await pipeline.issue(OUTCOMES, watch)).seconds;
      const rounds = await interleave({ ours: () => rateOf(kafka), theirs: () => rateOf(local) });
      return [compare({ id: 'P7-kafka', what: 'outcome -> credential over Kafka; plain bytes signed', unit: 'credentials/s', against: 'the same in process' }, rounds)];
    } finally {
      await kafka.stop();
      await local.stop();
    }
  },
};

async function startOverKafka(bed: Bed): Promise<Pipeline> {
  const brokers = await bed.brokers();
  await createTopics(brokers, allTopics.map(({ name, ...plan }) => ({ topic: name, ...plan })), 1);
  const onCrash = (error: Error) => {
    throw error;
  };
  const transport = new KafkaTransport({ brokers, clientId: 'bench', logger: silent, onCrash });
  return Pipeline.start(bed, { database: await bed.database('over_kafka'), transport, signatory: new PlainSignatory() });
}

async function startInProcess(bed: Bed): Promise<Pipeline> {
  const database = await bed.database('beside_kafka');
  return Pipeline.start(bed, { database, transport: await inProcess(database), signatory: new PlainSignatory() });
}
