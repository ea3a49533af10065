import type { EventOf } from '@laurel/events';
import { emit, messagingMigration, OnEvent, type Emission } from '@laurel/messaging';
import { Database, type DatabaseOptions, type Transaction } from '@laurel/runtime';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migratedUrls } from '../database/scratch-database.js';
import type { CountedType } from './samples.js';

export type Take = (events: readonly EventOf<CountedType>[], tx: Transaction) => Promise<void>;

export interface Effect {
  readonly subject: string;
  readonly number: number;
}

/** The smallest service: an outbox, a consumer, and a table with a row for each effect, in the order in which they were made. */
export class SampleService {
  /** Runs before the effects of a batch are stored, in the same transaction; a test makes it fail. */
  beforeEffects: Take = async () => undefined;

  private constructor(public database: Database, private readonly options: DatabaseOptions, private readonly types: readonly CountedType[]) {}

  /** On a fresh database of its own, unless the urls of one are given. */
  static async open(schema: string, types: readonly CountedType[], given?: DatabaseOptions['urls']): Promise<SampleService> {
    const tables = sampleTables(schema);
    const options = { schema, ...tables, urls: given ?? (await migratedUrls(schema, tables)) };
    return new SampleService(await Database.open(options), options, types);
  }

  /** As after a new start of the process: an application that closes takes its database with it. */
  async reopen(): Promise<void> {
    this.database = await Database.open(this.options);
  }

  /** For `imports` of a Nest application. */
  module(): DynamicModule {
    return { module: newModule(), providers: [{ provide: Database, useValue: this.database }, ...this.types.map((type) => handlerOf(type, this.take))] };
  }

  readonly take: Take = async (events, tx) => {
    await this.beforeEffects(events, tx);
    const values = events.map((_, index) => `($${2 * index + 1}, $${2 * index + 2}::int)`).join(', ');
    await tx.query(`insert into effect (subject, number) values ${values}`, events.flatMap(({ subject, data }) => [subject, data.number]));
  };

  /** Tells events in a transaction of their own. */
  emit(type: CountedType, events: readonly Emission<CountedType>[]): Promise<void> {
    return this.database.asPipeline((tx) => emit(tx, type, events));
  }

  effects(): Promise<Effect[]> {
    return this.database.pipelines.query('select subject, number from effect order by seq');
  }

  async count(table: 'effect' | 'inbox' | 'outbox' | 'dead_letter', where = 'true'): Promise<number> {
    const rows: { count: number }[] = await this.database.pipelines.query(`select count(*)::int as count from ${table} where ${where}`);
    return rows[0]?.count ?? 0;
  }
}

/** What SampleService needs of a database. */
export const sampleTables = (schema: string): Pick<DatabaseOptions, 'entities' | 'migrations'> => ({
  entities: [],
  migrations: [messagingMigration(schema), effects(schema)],
});

const effects = (schema: string) =>
  class implements MigrationInterface {
    readonly name = 'Effects0000000000002';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`create table ${schema}.effect (seq bigint generated always as identity, subject text, number integer)`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`drop table ${schema}.effect`);
    }
  };

function handlerOf(type: CountedType, take: Take): Type {
  class Taking {
    @OnEvent(type)
    take(events: readonly EventOf<CountedType>[], tx: Transaction): Promise<void> {
      return take(events, tx);
    }
  }
  return Taking;
}

/** A class of its own, since Nest takes two modules of one class for one. */
function newModule(): Type {
  @Module({})
  class SampleModule {}
  return SampleModule;
}
