import { provisionDatabase, discardPostgres, SCHEMAS, startKafka, startPostgres, withDatabase, type RunningKafka, type RunningPostgres, type SchemaName, type ServiceUrls } from '@laurel/infra';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Tokens } from './tokens.js';

/** The database of one benchmark. */
export interface BenchDatabase {
  readonly urls: Record<SchemaName, ServiceUrls>;
  /** Of the superuser, for peers and for looking on. */
  readonly adminUrl: string;
}

/** A throw-away deployment on this machine, with the settings of a real one: a database for each benchmark, a broker if one is asked for. */
export class Bed {
  private kafka: RunningKafka | undefined;

  private constructor(
    private readonly folder: string,
    readonly postgres: RunningPostgres,
    readonly tokens: Tokens,
  ) {}

  static async make(): Promise<Bed> {
    const folder = mkdtempSync(join(tmpdir(), 'laurel-bench-'));
    return new Bed(folder, await startPostgres({ folder }), Tokens.make(folder));
  }

  async database(name: string): Promise<BenchDatabase> {
    const urls = await provisionDatabase(this.postgres.url, { database: name, services: SCHEMAS, passwordOf: (role) => `bench ${role}` });
    return { urls, adminUrl: withDatabase(this.postgres.url, name) };
  }

  /** Of real Apache Kafka, started when first asked for. */
  async brokers(): Promise<readonly string[]> {
    this.kafka ??= await startKafka({ folder: this.folder });
    return this.kafka.brokers;
  }

  async discard(): Promise<void> {
    await Promise.all([this.postgres.stop(), this.kafka?.stop()]);
    discardPostgres(this.folder);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
