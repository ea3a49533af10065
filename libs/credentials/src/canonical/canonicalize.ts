import { createHash } from 'node:crypto';
import jsonld from 'jsonld';
import rdfCanonize from 'rdf-canonize';
import { bundledContexts } from '../contexts/bundled-contexts.js';
import type { ContextSet } from '../contexts/context-set.js';
import { CredentialError } from '../credential-error.js';
import type { JsonObject } from '../document/json.js';
import { SharedContexts } from './context-resolver.js';

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

class MessageDigest {
  #text = '';

  constructor(private readonly hash: HashName) {}

  update(text: string): void {
    this.#text += text;
  }

  digest(): string {
    return createHash(this.hash).update(this.#text).digest('hex');
  }
}

/**
 * The canonical N-Quads of a JSON-LD document: expanded in safe mode (a member without a meaning is refused, not dropped),
 * converted to RDF and canonicalized by RDFC-1.0. Contexts come from `contexts` alone.
 * Throws CredentialError `not-canonicalizable`.
 */
export async function canonicalQuads(document: JsonObject, contexts: ContextSet = bundledContexts, hash: HashName = 'sha256'): Promise<string> {
  try {
    const dataset = await jsonld.toRDF(document, {
      safe: true,
      documentLoader: contexts.documentLoader,
      contextResolver: resolverOf(contexts),
    });
    return await rdfCanonize.canonize(dataset, {
      algorithm: 'RDFC-1.0',
      createMessageDigest: () => new MessageDigest(hash),
      maxDeepIterations: MAX_COMPARISONS,
    });
  } catch (cause) {
    throw new CredentialError('not-canonicalizable', reason(cause), undefined, { cause });
  }
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
