import { isFault, type Json, type JsonObject } from '@laurel/credentials';
import { applySchema } from './applying/apply-schema.js';
import { dialectOf } from './applying/dialects.js';
import { schemasNamedIn, type SchemaType } from './named-schema.js';
import { schemaIn } from './schema-in.js';

export type Evaluation = 'success' | 'failure' | 'indeterminate';

/**
 * What VC JSON Schema 1.0 section 4.2 calls the outcome for a credential, and what the schema that it names was found to be, of
 * the type that is asked for. Nothing is fetched, no signature is looked at, and there is no deadline: for schemas of one's own.
 */
export function evaluateSchema(type: SchemaType, published: Json, credential: JsonObject): Evaluation {
  const [named] = schemasNamedIn(credential);
  if (!named || isFault(named) || named.type !== type) return 'failure';
  const schema = schemaIn(published, named.url, type);
  if (isFault(schema)) return 'failure';
  const dialect = dialectOf(schema.dialect);
  const outcome = dialect ? applySchema(schema.schema, dialect, credential).outcome : 'elsewhere';
  return outcome === 'elsewhere' ? 'indeterminate' : outcome === 'fits' ? 'success' : 'failure';
}
