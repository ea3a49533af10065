/** What a client was told, kept apart from the application: what a 2xx acknowledged must be there for ever. */
export interface Acknowledgement {
  readonly providerId: string;
  readonly externalId: string;
  readonly outcomeId: string;
  /** Milliseconds since the epoch, when the answer had been read. */
  readonly at: number;
}

/** Two answers about one externalId named two outcomes. */
export interface Contradiction {
  readonly externalId: string;
  readonly outcomeIds: readonly [string, string];
}

export class OperationLog {
  private readonly byExternalId = new Map<string, Acknowledgement>();
  readonly contradictions: Contradiction[] = [];

  /** Notes a 200 or 201 for an outcome. */
  acknowledge(outcome: { readonly id: string; readonly providerId: string; readonly externalId: string }, at = Date.now()): void {
    const key = `${outcome.providerId} ${outcome.externalId}`;
    const before = this.byExternalId.get(key);
    if (before && before.outcomeId !== outcome.id) this.contradictions.push({ externalId: outcome.externalId, outcomeIds: [before.outcomeId, outcome.id] });
    if (!before) this.byExternalId.set(key, { providerId: outcome.providerId, externalId: outcome.externalId, outcomeId: outcome.id, at });
  }

  has(providerId: string, externalId: string): boolean {
    return this.byExternalId.has(`${providerId} ${externalId}`);
  }

  get size(): number {
    return this.byExternalId.size;
  }

  acknowledgements(): Acknowledgement[] {
    return [...this.byExternalId.values()];
  }
}
