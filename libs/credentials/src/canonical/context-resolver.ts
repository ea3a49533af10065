import { type ActiveContext, scopeOrigin, share } from './active-context.js';

interface Processed {
  readonly context: ActiveContext;
  readonly events: readonly object[];
}

/**
 * The `contextResolver` of jsonld that makes canonicalizing an Open Badge ten times as fast (digitalbazaar/jsonld.js#414).
 *
 * jsonld clones the whole active context, hundreds of term definitions deep, whenever it enters or leaves a node that has
 * a type-scoped context, and in Open Badges every node has one. A clone is a new object, so jsonld's cache of
 * processed contexts, keyed by object, misses, and the type's context is processed again, for every node of every document.
 *
 * Yet a context never changes once it is processed. So here clones are copied when first looked at, not before,
 * leaving a node returns the very context that it was entered with, and a clone that is only a key finds what was
 * processed for its original. That the result is the same, quad for quad, is held by a test against plain jsonld.
 */
export class SharedContexts {
  readonly #published = new Map<string, ResolvedContext>();
  readonly #written = new WeakMap<object, ResolvedContext>();

  constructor(private readonly load: (url: string) => Promise<{ readonly document: unknown }>) {}

  /** One processed context for each item of a local context: URLs, and the scoped contexts that are written out in published ones. */
  async resolve({ context }: { readonly context: unknown }): Promise<ResolvedContext[]> {
    const local = isContextDocument(context) ? context['@context'] : context;
    const items: unknown[] = Array.isArray(local) ? local : [local];
    const resolved: ResolvedContext[] = [];
    for (const item of items) resolved.push(typeof item === 'string' ? await this.#byUrl(item) : this.#byContent(item));
    return resolved;
  }

  async #byUrl(url: string): Promise<ResolvedContext> {
    const known = this.#published.get(url);
    if (known) return known;
    const resolved = new ResolvedContext((await this.load(url)).document);
    this.#published.set(url, resolved);
    return resolved;
  }

  #byContent(content: unknown): ResolvedContext {
    if (typeof content !== 'object' || content === null) return new ResolvedContext(content);
    const known = this.#written.get(content) ?? new ResolvedContext(content);
    this.#written.set(content, known);
    return known;
  }
}

const isContextDocument = (value: unknown): value is { '@context': unknown } => typeof value === 'object' && value !== null && '@context' in value;

/** A context definition, and what came of processing it on top of each active context. */
class ResolvedContext {
  readonly #propagated = new WeakMap<ActiveContext, Processed>();
  readonly #scoped = new WeakMap<ActiveContext, Processed>();

  constructor(readonly document: unknown) {}

  getProcessed(active: ActiveContext): Processed | undefined {
    const origin = scopeOrigin(active);
    return origin ? this.#scoped.get(origin) : this.#propagated.get(active);
  }

  setProcessed(active: ActiveContext, processed: Processed): void {
    const origin = scopeOrigin(active);
    share(processed.context);
    if (origin) this.#scoped.set(origin, processed);
    else this.#propagated.set(active, processed);
  }
}
