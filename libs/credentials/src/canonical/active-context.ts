/** What jsonld 9 hands around as an "active context" (JSON-LD 1.1 API section 4.1), as far as expansion touches it. */
export interface ActiveContext {
  mappings: Map<string, object>;
  protected: Record<string, boolean>;
  previousContext?: ActiveContext;
  clone(): ActiveContext;
  revertToPreviousContext(): ActiveContext;
  '@base'?: unknown;
  '@language'?: unknown;
  '@vocab'?: unknown;
}

/** A clone of an active context that copies the term definitions when they are first looked at. */
class ContextClone implements ActiveContext {
  previousContext?: ActiveContext;
  #mappings: Map<string, object> | undefined;
  #protected: Record<string, boolean> | undefined;

  /** `origin`: what this is a clone of, until it has been processed into a context of its own. */
  constructor(public origin: ActiveContext | undefined) {
    if (!origin) return;
    if (origin.previousContext) this.previousContext = origin.previousContext;
    for (const member of ['@base', '@language', '@vocab'] as const) if (member in origin) Object.assign(this, { [member]: origin[member] });
  }

  get mappings(): Map<string, object> {
    return (this.#mappings ??= new Map(this.origin?.mappings));
  }

  get protected(): Record<string, boolean> {
    return (this.#protected ??= { ...this.origin?.protected });
  }

  clone(): ActiveContext {
    return new ContextClone(this);
  }

  revertToPreviousContext(): ActiveContext {
    return this.previousContext ?? this;
  }

  settle(): void {
    if (this.mappings && this.protected) this.origin = undefined;
  }
}

/** The context that `active` is an untouched clone of, made by jsonld to enter a type-scoped context (section 4.1.2 step 4). */
export function scopeOrigin(active: ActiveContext): ActiveContext | undefined {
  return active instanceof ContextClone && active.origin === active.previousContext ? active.origin : undefined;
}

/** From here on nobody changes `context`: it may be returned to, and its clones may read it until they are written to. */
export function share(context: ActiveContext): void {
  if (context instanceof ContextClone) return context.settle();
  // The first of a line, made by jsonld's own clone.
  context.clone = () => new ContextClone(context);
  context.revertToPreviousContext = () => context.previousContext ?? context;
}
