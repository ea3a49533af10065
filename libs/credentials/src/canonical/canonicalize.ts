import { createHash } from 'node:crypto';
import jsonld from 'jsonld';
import rdfCanonize from 'rdf-canonize';
import { bundledContexts } from '../contexts/bundled-contexts.js';
import type { ContextSet } from '../contexts/context-set.js';
import { CredentialError } from '../credential-error.js';
import type { JsonObject } from '../document/json.js';
import { SharedContexts } from './context-resolver.js';
import { keepNumbers } from './exact-numbers.js';
import { canonicalText, distinct, repeats, statements } from './n-quads.js';
import type { Dataset, Expanded } from './rdf-dataset.js';

/**
 * How often RDFC-1.0 may compare blank nodes that look alike (section 4.8, Hash N-Degree Quads) before the document is
 * refused as a poison graph (RDFC-1.0 section 7.1). A credential rarely needs ten; ten thousand take about a second.
 */
const MAX_COMPARISONS = 4_096;

const resolvers = new WeakMap<ContextSet, SharedContexts>();

function resolverOf(contexts: ContextSet): SharedContexts {
  const known = resolvers.get(contexts) ?? new SharedContexts(contexts.documentLoader);
  resolvers.set(contexts, known);
  return known;
}

/** SHA-256, and SHA-384 where a P-384 key signs (RDFC-1.0 section 3.2). */
export type HashName = 'sha256' | 'sha384';

/** What rdf-canonize hashes with. */
class MessageDigest {
  #text = '';

  constructor(private readonly hash: HashName) {}

  update(text: string): void {
    this.#text += text;
  }

  /** Only the statements about a blank node (RDFC-1.0 section 4.6) end a line; labels and paths don't. */
  digest(): string {
    return createHash(this.hash).update(this.#text.endsWith('\n') ? canonicalText(this.#text) : this.#text).digest('hex');
  }
}

/** The canonical N-Quads of a dataset, and the canonical label (`c14n0`, ...) of each of its blank nodes (RDFC-1.0 section 4.4). */
export interface CanonicalForm {
  readonly quads: string;
  readonly labels: ReadonlyMap<string, string>;
}

/**
 * A JSON-LD document as RDF: expanded in safe mode (a member without a meaning is refused, not dropped), with contexts from
 * `contexts` alone. `rewrite` may say the expanded document in other words. Throws CredentialError `not-canonicalizable`.
 */
export function rdfDataset(document: JsonObject, contexts: ContextSet = bundledContexts, rewrite?: (expanded: Expanded) => Expanded): Promise<Dataset> {
  return refusing(async () => {
    // The direction of a text (VC Data Model 2.0 section 11.1) is signed along; without a form for it in RDF, safe mode refuses it.
    const options = { safe: true, rdfDirection: 'i18n-datatype' as const, documentLoader: contexts.documentLoader, contextResolver: resolverOf(contexts) };
    const expanded = await jsonld.expand(document, options);
    keepNumbers(expanded);
    return jsonld.toRDF(rewrite ? rewrite(expanded) : expanded, { ...options, skipExpansion: true });
  });
}

/** A dataset canonicalized by RDFC-1.0. Throws CredentialError `not-canonicalizable`. */
export const canonicalForm = (dataset: Dataset, hash: HashName = 'sha256'): Promise<CanonicalForm> => refusing(() => canonicalize(dataset, hash));

async function canonicalize(dataset: Dataset, hash: HashName): Promise<CanonicalForm> {
  const labels = new Map<string, string>();
  const quads = await rdfCanonize.canonize(dataset, {
    algorithm: 'RDFC-1.0',
    createMessageDigest: () => new MessageDigest(hash),
    maxDeepIterations: MAX_COMPARISONS,
    canonicalIdMap: labels,
  });
  // rdf-canonize counts and hashes twice what stands twice, and keeps labels that look canonical already.
  const set = repeats(quads) ? distinct(dataset) : dataset;
  if (set.length < dataset.length) return canonicalize(set, hash);
  const kept = [...labels.keys()].some((label) => label.startsWith('c14n'));
  return { quads: kept ? statements(dataset, (label) => labels.get(label) ?? label).join('') : canonicalText(quads), labels };
}

/** What `run` gives. Whatever it throws becomes CredentialError `not-canonicalizable`. */
export async function refusing<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (cause) {
    throw new CredentialError('not-canonicalizable', reason(cause), undefined, { cause });
  }
}

/** The canonical N-Quads of a JSON-LD document, by way of its dataset. Throws CredentialError `not-canonicalizable`. */
export async function canonicalQuads(document: JsonObject, contexts: ContextSet = bundledContexts, hash: HashName = 'sha256'): Promise<string> {
  return (await canonicalForm(await rdfDataset(document, contexts), hash)).quads;
}

/** The hash of the canonical N-Quads, 32 or 48 bytes. The one seam through which every document passes on its way to a signature. */
export async function canonicalHash(document: JsonObject, contexts?: ContextSet, hash: HashName = 'sha256'): Promise<Uint8Array> {
  return createHash(hash).update(await canonicalQuads(document, contexts, hash)).digest();
}

/** What jsonld found, in a sentence: safe mode keeps it in the details of the error. */
function reason(cause: unknown): string {
  const details = cause instanceof Error && 'details' in cause ? (cause.details as { event?: { message?: string; details?: object } }) : undefined;
  if (details?.event?.message) return `${details.event.message} ${JSON.stringify(details.event.details ?? {}).slice(0, 300)}`;
  return cause instanceof Error ? cause.message : 'the document has no canonical form';
}
