import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Database, requestProblem } from '@laurel/runtime';
import { ProblemTables } from './problem-tables.js';

/** The parts of all services in this process, found in their modules. */
@Injectable()
export class Parts {
  constructor(private readonly discovery: DiscoveryService) {}

  get databases(): Database[] {
    return this.instances.filter((instance) => instance instanceof Database);
  }

  get problems(): ProblemTables[] {
    return [new ProblemTables([requestProblem]), ...this.instances.filter((instance) => instance instanceof ProblemTables)];
  }

  private get instances(): unknown[] {
    return this.discovery.getProviders().map(({ instance }): unknown => instance);
  }
}
