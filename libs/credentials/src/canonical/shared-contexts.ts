// What jsonld 9 hands around as an "active context" (JSON-LD 1.1 API section 4.1), as far as it is touched here.
interface ActiveContext {
  mappings: Map<string, object>;
  protected: Record<string, boolean>;
  previousContext?: ActiveContext;
  clone(): ActiveContext;
  revertToPreviousContext(): ActiveContext;
  [member: string]: unknown;
}
interface Processed {
  readonly context: ActiveContext;
  readonly events: readonly object[];
}
interface Resolution {
  readonly activeCtx: ActiveContext;
  readonly context: unknown;
}

/**
 * The `contextResolver` of jsonld that makes canonicalizing seven times as fast (digitalbazaar/jsonld.js#414).
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
  readonly #resolved = new Map<string, ResolvedContext>();

  constructor(private readonly documents: (url: string) => Promise<{ readonly document: unknown }>) {}

  async resolve({ context }: Resolution): Promise<ResolvedContext[]> {
    const local = isContextDocument(context) ? context['@context'] : context;
    return Promise.all((Array.isArray(local) ? local : [local]).map((item: unknown) => this.#resolveOne(item)));
  }

  async #resolveOne(item: unknown): Promise<ResolvedContext> {
    const key = JSON.stringify(item);
    const known = this.#resolved.get(key);
    if (known) return known;
    const resolved = new ResolvedContext(typeof item === 'string' ? await this.#published(item) : item);
    // Only what the published contexts contain gets here: documents may not bring contexts of their own.
    this.#resolved.set(key, resolved);
    return resolved;
  }

  async #published(url: string): Promise<unknown> {
    const { document } = await this.documents(url);
    return isContextDocument(document) ? { '@context': document['@context'] } : {};
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

const origins = new WeakMap<ActiveContext, ActiveContext>();

/** The context that `active` is an untouched clone of, made by jsonld to enter a type-scoped context (section 4.1.2 step 4). */
function scopeOrigin(active: ActiveContext): ActiveContext | undefined {
  const origin = origins.get(active);
  return origin !== undefined && active.previousContext === origin ? origin : undefined;
}

/** From here on nobody changes `context`: it may be returned to, and its clones may read it until they are written to. */
function share(context: ActiveContext): void {
  origins.delete(context);
  context.clone = cloneWhenRead;
  context.revertToPreviousContext = previous;
}

function previous(this: ActiveContext): ActiveContext {
  return this.previousContext ?? this;
}

function cloneWhenRead(this: ActiveContext): ActiveContext {
  const clone: ActiveContext = { ...this, inverse: null };
  copyWhenRead(clone, 'mappings', () => new Map(this.mappings));
  copyWhenRead(clone, 'protected', () => ({ ...this.protected }));
  origins.set(clone, this);
  return clone;
}

function copyWhenRead<Member extends 'mappings' | 'protected'>(clone: ActiveContext, member: Member, copy: () => ActiveContext[Member]): void {
  Object.defineProperty(clone, member, {
    configurable: true,
    enumerable: true,
    get: () => {
      const value = copy();
      Object.defineProperty(clone, member, { value, writable: true, enumerable: true, configurable: true });
      return value;
    },
  });
}
