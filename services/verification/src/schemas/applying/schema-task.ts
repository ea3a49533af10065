import type { Dialect } from './dialects.js';

/** A document and a schema, as they cross to a worker. */
export interface SchemaTask {
  readonly schema: object;
  readonly dialect: Dialect;
  readonly document: object;
}
