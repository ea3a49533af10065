import type { DynamicModule, Provider, Type } from '@nestjs/common';
import { Database, type Migration, type ProblemTable, type ServiceConfig } from '@laurel/runtime';
import type { EntitySchema } from 'typeorm';
import { ProblemTables } from '../operations/problem-tables.js';

export interface ServiceParts {
  readonly config: ServiceConfig;
  /** The service's schema in PostgreSQL, for example `learner_records`. */
  readonly schema: string;
  readonly entities: readonly EntitySchema[];
  readonly migrations: readonly Migration[];
  readonly problems: ProblemTable;
  readonly controllers: Type[];
  readonly providers: Provider[];
}

/** A service as one Nest module with a database of its own, so that several can live in one process without meeting. */
export function serviceModule(module: Type, { config, schema, entities, migrations, problems, controllers, providers }: ServiceParts): DynamicModule {
  const urls = { app: config.DATABASE_URL, pipeline: config.DATABASE_PIPELINE_URL, owner: config.DATABASE_OWNER_URL };
  return {
    module,
    controllers,
    providers: [
      ...providers,
      { provide: Database, useFactory: () => Database.open({ schema, entities, migrations, urls }) },
      { provide: ProblemTables, useValue: new ProblemTables([problems]) },
    ],
  };
}

