import { type OnApplicationShutdown } from '@nestjs/common';
import { fileURLToPath } from 'node:url';
import { Workers, type WorkersLimits } from '../../examining/workers.js';
import type { Outcome } from './apply-schema.js';
import type { SchemaTask } from './schema-task.js';

/** Beside its source as beside what is compiled of it: a worker runs compiled code, also where jest runs the source. */
const WORKER = fileURLToPath(new URL('../../../dist/schemas/applying/schema-worker.js', import.meta.url));
const LIMITS: WorkersLimits = { workers: 2, deadlineMs: 1_500, waiting: 48, waitMs: 10_000 };

/** Applies strangers' schemas, in workers of their own: none of them takes a place from large documents. */
export class SchemaWorkers extends Workers<SchemaTask, Outcome> implements OnApplicationShutdown {
  constructor(limits: Partial<WorkersLimits> = {}) {
    super(WORKER, { ...LIMITS, ...limits });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }
}
