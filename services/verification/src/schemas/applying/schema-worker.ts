import type { Timed } from '../../examining/workers.js';
import { applySchema, type Outcome } from './apply-schema.js';
import type { SchemaTask } from './schema-task.js';

/** The whole of a worker. */
export default function schemaTask({ schema, dialect, document, began }: Timed<SchemaTask>): Outcome {
  began.postMessage('began');
  return applySchema(schema, dialect, document);
}
