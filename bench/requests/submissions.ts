import { runApp } from '@laurel/http';
import { LearnerRecordsConfig, LearnerRecordsModule } from '@laurel/learner-records';
import { newId, readConfig, ServiceConfig, SystemClock } from '@laurel/runtime';
import { randomUUID } from 'node:crypto';
import type { Bed } from '../deployment/bed.js';
import { environmentOf } from '../deployment/environment.js';
import { inProcess, silent } from '../deployment/in-process.js';
import type { Benchmark } from '../harness/benchmark.js';
import { repeat } from '../harness/interleave.js';
import { percentile } from '../harness/median.js';
import { report, type Row } from '../harness/row.js';
import type { Answered, Load } from './load.js';
import { send } from './send.js';

const LEARNERS = 2_000;

interface Plan {
  readonly id: string;
  readonly what: string;
  readonly path: string;
  readonly requests: number;
  /** Outcomes of a request. */
  readonly size: number;
  readonly atOnce: number;
  readonly status: number;
}

const SINGLE: Plan = { id: 'P5-single', what: 'POST /v1/outcomes, 32 at once', path: '/v1/outcomes', requests: 1_500, size: 1, atOnce: 32, status: 201 };
const BATCH: Plan = { id: 'P6-batch', what: 'POST /v1/outcomes/batch, 500 outcomes each, 4 at once', path: '/v1/outcomes/batch', requests: 12, size: 500, atOnce: 4, status: 200 };

/** The real service over HTTP, durable: learner resolved, outcome and event committed before the answer. */
const submissions = (plan: Plan): Benchmark => ({ id: plan.id, measure: (bed) => measure(bed, plan) });

export const singleSubmissions = submissions(SINGLE);
export const batchSubmissions = submissions(BATCH);

async function measure(bed: Bed, plan: Plan): Promise<Row[]> {
  const { id, what, path, atOnce, status, requests, size } = plan;
  const database = await bed.database(id.replace('-', '_').toLowerCase());
  const environment = environmentOf(database.urls['learner-records'], bed.tokens);
  const service = await runApp({
    name: 'learner-records', modules: [LearnerRecordsModule.with(readConfig(LearnerRecordsConfig, environment))], clock: new SystemClock(), logger: silent,
    transport: await inProcess(database), config: readConfig(ServiceConfig, environment),
  });
  const load: Omit<Load, 'bodies'> = { url: `http://127.0.0.1:${service.port}${path}`, token: bed.tokens.ofProvider(newId()), atOnce, status };
  try {
    const rounds = await repeat(() => send({ ...load, bodies: Array.from({ length: requests }, () => bodyOf(size)) }));
    const latency = (share: number) => rounds.map(({ latencies }) => percentile(latencies, share));
    return [
      report({ id, what, unit: 'outcomes/s' }, rounds.map(({ seconds }: Answered) => (requests * size) / seconds)),
      report({ id: `${id}-p50`, what: `${what}: half of them are answered within`, unit: 'ms' }, latency(0.5)),
      report({ id: `${id}-p99`, what: `${what}: 99 of 100 are answered within`, unit: 'ms' }, latency(0.99)),
    ];
  } finally {
    await service.stop();
  }
}

const bodyOf = (size: number): string => JSON.stringify(size === 1 ? newOutcome() : { outcomes: Array.from({ length: size }, newOutcome) });

/** An achievement that learner-records has not heard of is taken and judged later, so any id will do. */
const newOutcome = () => ({
  externalId: `bench-${randomUUID()}`, achievementId: newId(), achievedOn: '2026-06-01', hours: 16, result: { resultType: 'Percent', value: '87' },
  learner: { email: `learner-${Math.floor(Math.random() * LEARNERS)}@example.org`, name: 'A Learner' },
});
