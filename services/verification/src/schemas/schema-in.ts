import { fault, type Fault, type Json, type JsonObject, type Message } from '@laurel/credentials';
import { parseUrl } from '@laurel/runtime';
import { z } from 'zod';
import { DEFAULT_DIALECT } from './applying/dialects.js';
import type { SchemaType } from './named-schema.js';

/** A JSON Schema, and in which of its dialects it is written. */
export interface Schema {
  readonly schema: JsonObject;
  readonly dialect: string;
}

/** What the schema of every JsonSchemaCredential is, under the name that it got and under the one before (VC JSON Schema section 2.2). */
const OF_SCHEMAS = z.looseObject({
  id: z.enum(['https://www.w3.org/ns/credentials/json-schema/v2.json', 'https://www.w3.org/2022/credentials/v2/json-schema-credential-schema.json']),
  type: z.literal('JsonSchema'),
  digestSRI: z.literal('sha384-S57yQDg1MTzF56Oi9DbSQ14u7jBy0RDdx0YbeV7shwhCS88G8SCXeFq82PafhCrW'),
});
const types = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const SchemaCredential = z.looseObject({
  id: z.string(),
  type: types.refine((all) => all.includes('JsonSchemaCredential'), 'must contain JsonSchemaCredential'),
  credentialSchema: OF_SCHEMAS,
  credentialSubject: z.looseObject({ type: types.refine((all) => all.includes('JsonSchema'), 'must be JsonSchema'), jsonSchema: z.unknown() }),
});

/**
 * The schema in what is published under a URL. W3C's must name itself and its dialect (VC JSON Schema sections 3.1.1, 3.1.2 and
 * 4), and be the one of that URL; 1EdTech's name of it says 2019 where the schema does not.
 */
export function schemaIn(published: Json, url: string, type: SchemaType): Schema | Fault {
  if (type !== 'JsonSchemaCredential') return read(published, type === 'JsonSchema' ? { id: url } : { dialect: DEFAULT_DIALECT });
  const { data, error } = SchemaCredential.safeParse(published);
  if (!data) return invalid({ code: 'schema-credential', params: { member: error.issues[0]?.path.join('/') ?? '' } });
  if (data.id !== url) return invalid({ code: 'schema-other', params: { found: data.id } });
  return read(data.credentialSubject.jsonSchema as Json, {});
}

function read(schema: Json | undefined, { id, dialect: otherwise }: { readonly id?: string; readonly dialect?: string }): Schema | Fault {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return invalid({ code: 'schema-no-object' });
  const { $id, $schema: dialect = otherwise } = schema as JsonObject;
  if (typeof dialect !== 'string') return invalid({ code: 'schema-without-version' });
  const isNamed = typeof $id === 'string' && parseUrl($id) !== undefined;
  if (otherwise === undefined && !isNamed) return invalid({ code: 'schema-without-id' });
  if (id !== undefined && $id !== id) return invalid({ code: 'schema-other', params: { found: String($id) } });
  return { schema: schema as JsonObject, dialect };
}

const invalid = (reason: Message): Fault => fault('schema-invalid', { reason });
