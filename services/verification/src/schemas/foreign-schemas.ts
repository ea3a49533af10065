import { Injectable } from '@nestjs/common';
import { asMessage, type Check, ContextSet, fault, type Fault, failedBy, isFault, type JsonObject, openPublished, passed, warned } from '@laurel/credentials';
import { Examiner } from '../examining/examiner.js';
import { TooCostly } from '../examining/workers.js';
import { type ForeignDocument, isFetched } from '../fetching/foreign-document.js';
import { ForeignDocuments } from '../fetching/foreign-documents.js';
import { KeptFew } from '../fetching/keeping/kept-few.js';
import { Keys } from '../verifications/keys.js';
import type { Outcome } from './applying/apply-schema.js';
import { dialectOf } from './applying/dialects.js';
import { inOurWords } from './applying/in-our-words.js';
import { type NamedSchema, schemasNamedIn } from './named-schema.js';
import { OneAtATime } from './one-at-a-time.js';
import { type Schema, schemaIn } from './schema-in.js';
import { SchemaWorkers } from './applying/schema-workers.js';

/** More than any credential needs, and how many one question holds, each of at most 1 MB. */
const [MOST_NAMED, MOST_KEPT] = [5, 32];

/** Why nothing can be said either way (VC JSON Schema section 4.2, indeterminate): told, but no fault of the credential. */
const INDETERMINATE: ReadonlySet<string> = new Set(['schema-unavailable', 'schema-unsupported']);

/** Schemas that took too long, among those that were asked about together. */
interface Costly {
  readonly schemas: Set<Schema>;
  readonly turns: OneAtATime<Schema>;
}

type Placed<What> = What & { readonly pointer: string };

/** Whether credentials are as the schemas say that they name (VC JSON Schema 1.0; Open Badges 3.0, CredentialSchema). */
@Injectable()
export class ForeignSchemas {
  constructor(
    private readonly documents: ForeignDocuments,
    private readonly keys: Keys,
    private readonly examiner: Examiner,
    private readonly contexts: ContextSet,
    private readonly workers: SchemaWorkers,
  ) {}

  /**
   * Checks credentials at one time, each schema fetched once for all of them; undefined for a credential that names none. The
   * first that is wrong is told. @throws Problem `verification-busy`
   */
  at(now: Date): (document: JsonObject) => Promise<Check | undefined> {
    const kept = new KeptFew<Schema | Fault>(MOST_KEPT);
    // those of one schema in turns: the first for which it takes too long answers for the others
    const costly: Costly = { schemas: new Set(), turns: new OneAtATime() };
    return async (document) => {
      const named = schemasNamedIn(document);
      if (named.length === 0) return undefined;
      if (named.length > MOST_NAMED) return warned('schema', 'schema-unsupported', { reason: { code: 'schema-too-many', params: { most: MOST_NAMED } } }, '/credentialSchema');
      const faults = await Promise.all(named.map(async (each) => (isFault(each) ? each : this.faultBy(each, document, await kept.get(JSON.stringify(each), () => this.schema(each, now)), costly))));
      return told(faults.filter((each) => each !== undefined)) ?? passed('schema', 'schema-fits', { schemas: named.flatMap((each) => (isFault(each) ? [] : [each.url])) });
    };
  }

  private async schema(named: NamedSchema, now: Date): Promise<Schema | Fault> {
    const fetched = await this.documents.document(named.url, { since: now });
    if (!isFetched(fetched)) return fault('schema-unavailable', { reason: asMessage(fetched) });
    if (!named.digests.every((digest) => fetched.digests.includes(digest))) return fault('schema-digest');
    const content = named.type === 'JsonSchemaCredential' ? await this.verified(fetched, now) : fetched.form === 'json' ? fetched.json : fault('schema-invalid', { reason: { code: 'schema-is-token' } });
    return typeof content === 'object' && content !== null && isFault(content) ? content : schemaIn(content, named.url, named.type);
  }

  /** A schema in a credential is verified like every credential; who is its issuer is for the one who names it. */
  private async verified(fetched: ForeignDocument, now: Date): Promise<JsonObject | Fault> {
    const sent = fetched.form === 'json' ? (fetched.json as JsonObject) : fetched.jwt;
    const document = await openPublished(fetched, { now, contexts: this.contexts, resolveKey: this.keys.of(undefined, now), examine: this.examiner.of('credential', sent) });
    return isFault(document) ? fault('schema-unverified', { reason: asMessage(document) }) : document;
  }

  private async faultBy({ pointer }: NamedSchema, document: JsonObject, schema: Schema | Fault, { schemas, turns }: Costly): Promise<Placed<Fault> | undefined> {
    if (isFault(schema)) return { ...schema, pointer };
    const dialect = dialectOf(schema.dialect);
    if (!dialect) return { ...fault('schema-unsupported', { reason: { code: 'schema-version', params: { version: schema.dialect } } }), pointer };
    try {
      const outcome = await turns.run(schema, async () => (schemas.has(schema) ? undefined : this.workers.run({ schema: schema.schema, dialect, document })));
      return outcome ? faultIn(outcome, pointer) : { ...fault('schema-too-costly'), pointer };
    } catch (error) {
      if (!(error instanceof TooCostly)) throw error;
      schemas.add(schema);
      return { ...fault('schema-too-costly'), pointer };
    }
  }
}

function faultIn(outcome: Outcome, pointer: string): Placed<Fault> | undefined {
  switch (outcome.outcome) {
    case 'fits':
      return undefined;
    case 'mismatch':
      return { ...fault('schema-mismatch', { reason: inOurWords(outcome) }), pointer: outcome.pointer };
    case 'invalid':
      return { ...fault('schema-invalid', { reason: outcome.reason }), pointer };
    case 'elsewhere':
      return { ...fault('schema-unsupported', { reason: { code: 'schema-elsewhere', params: { url: outcome.url } } }), pointer };
  }
}

/** What weighs most, and of that the first. */
function told(faults: readonly Placed<Fault>[]): Check | undefined {
  const wrong = faults.find(({ code }) => !INDETERMINATE.has(code));
  if (wrong) return failedBy('schema', wrong, wrong.pointer);
  const [first] = faults;
  return first && warned('schema', first.code, first.params, first.pointer);
}
