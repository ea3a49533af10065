import { createHash } from 'node:crypto';
import { CredentialError } from '../credential-error.js';
import { canonicalJson } from '../document/canonical-json.js';

interface LoadedDocument {
  readonly contextUrl: null;
  readonly document: object;
  readonly documentUrl: string;
}

/** One context: where it is published, its content, and the SHA-256 (hex) of its canonical JSON. */
export interface PinnedContext {
  readonly url: string;
  readonly document: object;
  readonly sha256: string;
}

/**
 * The contexts that a document may name: an exact list of URLs with their content, held in memory.
 * A context decides what every word of a credential means, so who could swap one could change what a signature says.
 * Hence nothing is ever fetched, and each content must have the hash it was pinned with (`context-changed` if not).
 */
export class ContextSet {
  readonly #pinned: readonly PinnedContext[];
  readonly #documents: ReadonlyMap<string, LoadedDocument>;

  constructor(contexts: Iterable<PinnedContext>) {
    this.#pinned = [...contexts];
    this.#documents = new Map(this.#pinned.map((context) => [context.url, load(context)]));
  }

  has(url: string): boolean {
    return this.#documents.has(url);
  }

  /** The hash that the context of a URL was pinned with; undefined off the list. */
  pinOf(url: string): string | undefined {
    return this.#pinned.find((context) => context.url === url)?.sha256;
  }

  get urls(): readonly string[] {
    return [...this.#documents.keys()];
  }

  /** These contexts and others, for a conformance suite that needs them; `others` win. */
  with(others: Iterable<PinnedContext>): ContextSet {
    return new ContextSet([...this.#pinned, ...others]);
  }

  /** The JSON-LD 1.1 API `documentLoader` (section 9.4). Rejects with `unknown-context` for a URL off the list. */
  readonly documentLoader = async (url: string): Promise<LoadedDocument> => {
    const found = this.#documents.get(url);
    if (!found) throw new CredentialError('unknown-context', `${url} is not one of the contexts that Laurel knows`);
    return found;
  };
}

function load({ url, document, sha256 }: PinnedContext): LoadedDocument {
  const text = canonicalJson(document);
  const found = createHash('sha256').update(text).digest('hex');
  if (found !== sha256) throw new CredentialError('context-changed', `${url} has the hash ${found}, pinned is ${sha256}`);
  // A copy of our own: no other user of the package can change it behind the check.
  return { contextUrl: null, document: JSON.parse(text) as object, documentUrl: url };
}
