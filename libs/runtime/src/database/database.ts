import { DataSource, type EntityManager, type EntitySchema, type MigrationInterface } from 'typeorm';
import type { Tenant } from './tenant.js';

export type Transaction = EntityManager;
export type Migration = new () => MigrationInterface;

export interface DatabaseOptions {
  /** The service's schema, for example `learner_records`. */
  readonly schema: string;
  readonly entities: readonly EntitySchema[];
  readonly migrations: readonly Migration[];
  readonly urls: { readonly app: string; readonly pipeline: string; readonly owner: string };
  /** Connections of each of the two pools; 10 by default. */
  readonly poolSize?: number;
}

/**
 * A service's own schema in PostgreSQL, behind two roles: requests see the rows of their tenant,
 * relay and consumers see all rows of the service. Neither owns a table, so neither escapes row-level security.
 */
export class Database {
  private constructor(
    readonly schema: string,
    private readonly requests: DataSource,
    /** The pool of relay and consumers, for work that needs a session of its own. */
    readonly pipelines: DataSource,
  ) {}

  /** Runs the migrations as the owner, then opens both pools. */
  static async open(options: DatabaseOptions): Promise<Database> {
    await migrate(options);
    const { schema, urls, entities, poolSize = 10 } = options;
    const source = (url: string, role: string) =>
      new DataSource({
        type: 'postgres', url, schema, entities: [...entities], poolSize, applicationName: `${schema}:${role}`, connectTimeoutMS: 5_000,
        extra: { statement_timeout: 30_000, idle_in_transaction_session_timeout: 120_000, keepAlive: true, onConnect: surviveErrors },
      });
    const [requests, pipelines] = [source(urls.app, 'app'), source(urls.pipeline, 'pipeline')];
    await Promise.all([requests.initialize(), pipelines.initialize()]);
    return new Database(schema, requests, pipelines);
  }

  /** One transaction that sees the rows of a tenant. */
  asTenant<Result>(tenant: Tenant, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.requests.transaction(async (tx) => {
      await tx.query(`select set_config('laurel.tenant', $1, true)`, [tenant]);
      return work(tx);
    });
  }

  /** One transaction of the pipeline's role: relay, consumers, and requests that no tenant owns. */
  asPipeline<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.pipelines.transaction(work);
  }

  /** Answers when the database does. */
  async ping(): Promise<void> {
    await this.requests.query('select 1');
  }

  /** Called by Nest when the process stops. */
  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  async close(): Promise<void> {
    await Promise.all([this.requests.destroy(), this.pipelines.destroy()]);
  }
}

/** Runs what is missing of the migrations, one process at a time. */
export async function migrate({ schema, migrations, urls }: DatabaseOptions): Promise<void> {
  const owner = new DataSource({ type: 'postgres', url: urls.owner, schema, migrations: [...migrations], migrationsTableName: 'migrations', poolSize: 2, applicationName: `${schema}:owner` });
  await owner.initialize();
  const session = owner.createQueryRunner();
  try {
    await session.query(`select pg_advisory_lock(hashtext($1))`, [`laurel migrations of ${schema}`]);
    await owner.runMigrations({ transaction: 'each' });
  } finally {
    await session.release();
    await owner.destroy();
  }
}

/**
 * pg-pool takes its error listener from a new connection a moment before TypeORM adds its own: a server that is
 * killed in between would end this process too. What happened is told by the next query.
 */
const surviveErrors = (client: NodeJS.EventEmitter): void => void client.on('error', () => undefined);
