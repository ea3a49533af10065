import { CredentialIssuanceConfig, CredentialIssuanceModule, Signatory } from '@laurel/credential-issuance';
import { accreditationChanged, achievementPublished, outcomeRecorded, providerChanged, topics } from '@laurel/events';
import { runApp, type RunningApp } from '@laurel/http';
import { LearnerRecordsConfig, LearnerRecordsModule } from '@laurel/learner-records';
import { emit, messagingMetrics, type Transport } from '@laurel/messaging';
import { Database, readConfig, ServiceConfig, SystemClock } from '@laurel/runtime';
import type { DynamicModule } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bed, BenchDatabase } from '../deployment/bed.js';
import { silent } from '../deployment/in-process.js';
import { environmentOf } from '../deployment/environment.js';
import type { Stopwatch, Taken } from '../harness/stopwatch.js';
import { newCast, newOutcomes, type Cast } from './cast.js';

const LOOK_MS = 10;
const ISSUANCE = 'credential_issuance';

export interface PipelineOptions {
  readonly database: BenchDatabase;
  readonly transport: Transport;
  /** In the place of the product's own; decision 12 of flow.md. */
  readonly signatory?: Pick<Signatory, 'sign'>;
}

/** The product's own way from outcome to credential: outbox of learner-records, relay, transport, credential-issuance. */
export class Pipeline {
  private readonly cast = newCast();

  private constructor(private readonly running: RunningApp, private readonly records: Database, private readonly issuance: Database) {}

  static async start({ tokens }: Bed, { database: { urls }, transport, signatory }: PipelineOptions): Promise<Pipeline> {
    const [records, issuance] = [environmentOf(urls['learner-records'], tokens), environmentOf(urls['credential-issuance'], tokens)];
    const outbox = outboxAlone(LearnerRecordsModule.with(readConfig(LearnerRecordsConfig, records)));
    const issuing = signedBy(CredentialIssuanceModule.with(readConfig(CredentialIssuanceConfig, issuance)), signatory);
    const running = await runApp({
      name: 'bench', modules: [outbox, issuing], clock: new SystemClock(), logger: silent, transport, config: readConfig(ServiceConfig, issuance),
    });
    const databaseOf = (module: DynamicModule) => running.app.select(module).get(Database, { strict: true });
    const pipeline = new Pipeline(running, databaseOf(outbox), databaseOf(issuing));
    await pipeline.tellFacts(pipeline.cast);
    return pipeline;
  }

  /** What it takes from outcomes that stand in the outbox to credentials that are stored and told of. */
  async issue(count: number, watch: Stopwatch): Promise<Taken> {
    const outcomes = newOutcomes(this.cast, count);
    const before = await this.progress();
    const time = new Date();
    await this.records.asPipeline((tx) => emit(tx, outcomeRecorded, outcomes.map((data) => ({ subject: data.outcomeId, version: 1, orderingKey: data.learnerId, time, data }))));
    const stop = watch.start();
    await until(async () => {
      const { decided, told } = await this.progress();
      return decided - before.decided >= count && told - before.told >= count && (await this.isAtRest());
    });
    return stop();
  }

  /** Documents of some credentials, as they were signed. */
  async documents(count: number): Promise<string[]> {
    const rows: { document: string }[] = await this.issuance.pipelines.query('select document from credentials order by id desc limit $1', [count]);
    return rows.map(({ document }) => document);
  }

  /** Events that issuance has settled and sent, so far. */
  private async progress() {
    return { decided: await count(messagingMetrics.events, topics.outcome.name), told: await count(messagingMetrics.published, topics.credential.name) };
  }

  private async isAtRest(): Promise<boolean> {
    const unsent = await Promise.all([this.records, this.issuance].map(({ pipelines }): Promise<unknown[]> => pipelines.query('select from outbox limit 1')));
    return unsent.every((rows) => rows.length === 0);
  }

  stop(): Promise<void> {
    return this.running.stop();
  }

  /** Through the one outbox that is there; who tells an event is written in its type. */
  private async tellFacts({ providers, achievements, accreditations }: Cast): Promise<void> {
    const before = await count(messagingMetrics.events, topics.registry.name);
    const fact = { version: 1, orderingKey: 'registry', time: new Date() };
    await this.records.asPipeline(async (tx) => {
      await emit(tx, providerChanged, providers.map((data) => ({ ...fact, subject: data.id, data })));
      await emit(tx, achievementPublished, achievements.map((data) => ({ ...fact, subject: data.id, data })));
      await emit(tx, accreditationChanged, accreditations.map((data) => ({ ...fact, subject: data.id, data })));
    });
    await until(async () => (await count(messagingMetrics.events, topics.registry.name)) - before >= providers.length + achievements.length + accreditations.length);
  }
}

/** learner-records without anything that takes events or requests. */
const outboxAlone = (service: DynamicModule): DynamicModule => (
  { ...service, controllers: [], providers: service.providers?.filter((provider) => 'provide' in provider && provider.provide === Database) });

/** Of two providers for one token Nest takes the later. */
const signedBy = (service: DynamicModule, signatory: Pick<Signatory, 'sign'> | undefined): DynamicModule => (
  { ...service, providers: [...service.providers ?? [], ...signatory ? [{ provide: Signatory, useValue: signatory }] : []] });

interface Counted {
  get(): Promise<{ readonly values: readonly { readonly value: number; readonly labels: { readonly service?: string | number; readonly topic?: string | number } }[] }>;
}

/** What messaging has counted for issuance on a topic. */
async function count(counter: Counted, topic: string): Promise<number> {
  const { values } = await counter.get();
  return values.filter(({ labels }) => labels.service === ISSUANCE && labels.topic === topic).reduce((sum, { value }) => sum + value, 0);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(LOOK_MS);
}
