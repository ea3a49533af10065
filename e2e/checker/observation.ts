/** What can be seen of outcomes and credentials from outside, by the API or in the databases. */
export interface Observation {
  readonly outcomes: readonly ObservedOutcome[];
  /** Every credential there is, once for each time it is there. */
  readonly credentials: readonly ObservedCredential[];
}

export interface ObservedOutcome {
  readonly id: string;
  readonly providerId: string;
  readonly externalId: string;
  /** product.md "Life of an outcome". */
  readonly status: string;
  readonly credentialId?: string;
  readonly refusal?: string;
}

export interface ObservedCredential {
  readonly id: string;
  readonly outcomeId: string;
}
