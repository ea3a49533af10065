import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Dialect } from './dialects.js';

/** The word of JSON Schema that a document does not keep to, with what it is about. */
export interface Broken {
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What comes of a document and a schema. */
export type Outcome =
  | { readonly outcome: 'fits' }
  | ({ readonly outcome: 'mismatch'; readonly pointer: string } & Broken)
  | { readonly outcome: 'invalid'; readonly reason: string }
  | { readonly outcome: 'elsewhere'; readonly url: string };

const READERS: Readonly<Record<Dialect, new (options: ConstructorParameters<typeof Ajv>[0]) => Ajv>> = {
  'https://json-schema.org/draft/2020-12/schema': Ajv2020,
  'https://json-schema.org/draft/2019-09/schema': Ajv2019,
  'http://json-schema.org/draft-07/schema': Ajv,
};

/** As JSON Schema has it: unknown words are ignored, patterns are Unicode's, and nothing is fetched. */
const OPTIONS = { strict: false, logger: false, unicodeRegExp: true, allErrors: false } as const;

/**
 * Applies a stranger's schema. It may take any time and any memory: for a worker, which can be ended. Every schema has a reader of
 * its own, so that none can put its definitions under the names of another.
 */
export function applySchema(schema: object, dialect: Dialect, document: unknown): Outcome {
  const compiled = compile(schema, dialect);
  if (typeof compiled !== 'function') return compiled;
  if (compiled(document)) return { outcome: 'fits' };
  const [error] = [...(compiled.errors ?? [])].sort((a, b) => depth(b) - depth(a));
  return { outcome: 'mismatch', keyword: error?.keyword ?? 'false', params: error?.params ?? {}, pointer: pointerOf(error) };
}

const MOST_KEPT = 32;
const kept = new Map<string, ValidateFunction>();

/** A worker keeps the schemas that it was asked for last: compiling one takes longer than applying it. */
function compile(schema: object, dialect: Dialect): ValidateFunction | Outcome {
  const key = dialect + JSON.stringify(schema);
  const known = kept.get(key);
  if (known) return known;
  try {
    const reader = formats.default(new READERS[dialect](OPTIONS));
    // by the one name that the reader has for its dialect
    const compiled = reader.compile({ ...schema, $schema: dialect });
    // a word of ajv's own, whose answer is a promise, and every promise is true
    if ('$async' in compiled) return { outcome: 'invalid', reason: '$async is no word of JSON Schema' };
    kept.set(key, compiled);
    const [oldest = key] = kept.keys();
    if (kept.size > MOST_KEPT) kept.delete(oldest);
    return compiled;
  } catch (error) {
    if (error instanceof Ajv.MissingRefError) return { outcome: 'elsewhere', url: error.missingRef };
    return { outcome: 'invalid', reason: error instanceof Error ? error.message : 'it cannot be read' };
  }
}

const depth = ({ instancePath }: ErrorObject): number => instancePath.split('/').length;

/** Where it does not fit; what is missing is named too. */
function pointerOf(error: ErrorObject | undefined): string {
  const missing: unknown = error?.params.missingProperty;
  return `${error?.instancePath ?? ''}${typeof missing === 'string' ? `/${missing.replaceAll('~', '~0').replaceAll('/', '~1')}` : ''}`;
}
