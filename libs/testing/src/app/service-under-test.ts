import type { Envelope, EventType, ServiceName, Topic } from '@laurel/events';
import { runApp, type RunningApp, type Scope } from '@laurel/http';
import { InProcessTransport, type Emission, type Transport } from '@laurel/messaging';
import { createLogger, Database, readConfig, ServiceConfig, type Clock } from '@laurel/runtime';
import type { DynamicModule } from '@nestjs/common';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { z } from 'zod';
import { scratchUrls } from '../database/scratch-urls.js';
import { envelopeOf } from './envelope-of.js';
import { TestTokens } from './test-tokens.js';

interface Options<Shape extends z.ZodRawShape> {
  readonly name: ServiceName;
  readonly config: z.ZodObject<Shape>;
  /** Variables beyond those that every service has. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly moduleOf: (config: z.infer<z.ZodObject<Shape>>) => DynamicModule;
  readonly clock: Clock;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** One real service: HTTP on a free port, a database of its own, a log in which specs publish what other services would. */
export class ServiceUnderTest {
  private constructor(
    readonly database: Database,
    private readonly running: RunningApp,
    private readonly transport: Transport,
    private readonly log: pg.Client,
    private readonly tokens: TestTokens,
    private readonly clock: Clock,
    private readonly folder: string,
  ) {}

  static async start<Shape extends z.ZodRawShape>({ name, config: schema, environment = {}, moduleOf, clock }: Options<Shape>): Promise<ServiceUnderTest> {
    const urls = await scratchUrls(name, 'event-log');
    const folder = mkdtempSync(join(tmpdir(), 'laurel-service-'));
    const tokens = TestTokens.make(folder);
    const usual = {
      PUBLIC_ORIGIN: 'http://laurel.test', DATABASE_URL: urls[name].app, DATABASE_PIPELINE_URL: urls[name].pipeline, DATABASE_OWNER_URL: urls[name].owner,
      JWKS_FILE: tokens.jwksFile, RATE_LIMITS: 'off', LOG_LEVEL: 'silent',
    };
    const logger = createLogger('test', 'silent');
    const module = moduleOf(readConfig(schema, { ...usual, ...environment }));
    const transport = await InProcessTransport.open(urls['event-log'], logger);
    const running = await runApp({ name, modules: [module], clock, logger, config: readConfig(ServiceConfig, { ...usual, ...environment }), transport });
    const log = new pg.Client({ connectionString: urls['event-log'].pipeline });
    await log.connect();
    return new ServiceUnderTest(running.app.get(Database, { strict: false }), running, transport, log, tokens, clock, folder);
  }

  /** Tells events as the services that own them would; answers their ids, by which they can be told `again`. */
  async publish<Type extends EventType>(type: Type, events: readonly (Omit<Emission<Type>, 'time'> & { readonly id?: string })[]): Promise<string[]> {
    const envelopes = events.map((event) => envelopeOf(type, { time: this.clock.now(), ...event }));
    for (const envelope of envelopes) await this.transport.publish(type.topic.name, 0, [{ key: envelope.subject, value: JSON.stringify(envelope) }]);
    return envelopes.map(({ id }) => id);
  }

  /** What was told so far on a topic, oldest first: what waits in the outbox, and what stands in the log. */
  async told({ name }: Topic): Promise<Envelope[]> {
    const waiting: { value: string }[] = await this.database.pipelines.query('select payload as value from outbox where aggregatetype = $1', [name]);
    const { rows: sent } = await this.log.query<{ value: string }>('select value from event_log.record where topic = $1', [name]);
    const events = new Map([...sent, ...waiting].map(({ value }): Envelope => JSON.parse(value)).map((event) => [event.id, event]));
    return [...events.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  tokenOf(scope: Scope, id: string, actsBy?: string): string {
    return this.tokens.of(scope, id, this.clock.now(), actsBy);
  }

  /** Where it listens, for requests that look at more than JSON. */
  get url(): string {
    return `http://127.0.0.1:${this.running.port}`;
  }

  get(path: string, token?: string): Promise<Answer> {
    return this.request(path, { method: 'GET', headers: bearer(token) });
  }

  post(path: string, json: unknown, token?: string): Promise<Answer> {
    return this.request(path, { method: 'POST', headers: { ...bearer(token), 'content-type': 'application/json' }, body: JSON.stringify(json) });
  }

  delete(path: string, token?: string): Promise<Answer> {
    return this.request(path, { method: 'DELETE', headers: bearer(token) });
  }

  /** A form, as OAuth has it, with HTTP Basic. */
  form(path: string, body: string, client?: { readonly clientId: string; readonly clientSecret: string }): Promise<Answer> {
    const basic = client && { authorization: `Basic ${Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64')}` };
    return this.request(path, { method: 'POST', headers: { ...basic, 'content-type': 'application/x-www-form-urlencoded' }, body });
  }

  /** For what answers with text, such as metrics. */
  async text(path: string): Promise<string> {
    return (await fetch(`${this.url}${path}`)).text();
  }

  async stop(): Promise<void> {
    await this.running.stop();
    await this.log.end();
    rmSync(this.folder, { recursive: true });
  }

  private async request(path: string, init: RequestInit): Promise<Answer> {
    const answer = await fetch(`${this.url}${path}`, init);
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: /json|vc/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : text };
  }
}

const bearer = (token: string | undefined): Record<string, string> => (token === undefined ? {} : { authorization: `Bearer ${token}` });
