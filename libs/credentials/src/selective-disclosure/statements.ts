import { canonicalForm, canonicalQuads, rdfDataset } from '../canonical/canonicalize.js';
import { statements } from '../canonical/n-quads.js';
import type { Dataset } from '../canonical/rdf-dataset.js';
import type { ContextSet } from '../contexts/context-set.js';
import { CredentialError } from '../credential-error.js';
import type { JsonObject } from '../document/json.js';
import { select } from './selection.js';
import { Skolem } from './skolem.js';

/** From the label of a blank node to the one that is told. */
export type Labels = ReadonlyMap<string, string>;

const indistinct = (detail: string) => new CredentialError('not-disclosable', detail);

/** The statements of a dataset under the labels that are told. Throws `not-disclosable` for a blank node that has none. */
export const statementsOf = (dataset: Dataset, labels: Labels): readonly string[] =>
  statements(dataset, (label) => {
    const told = labels.get(label);
    if (told === undefined) throw indistinct('a part of the document cannot be told apart from the rest');
    return told;
  });

/** A part of a document: its dataset with the labels of the whole, and its statements. */
export interface Part {
  readonly dataset: Dataset;
  readonly statements: ReadonlySet<string>;
}

/**
 * A document as statements that can be told one by one, under labels that tell nothing about what is left out (Data Integrity
 * ECDSA Cryptosuites 1.0, canonicalizeAndGroup).
 */
export class DisclosableDocument {
  private constructor(
    private readonly named: JsonObject,
    private readonly skolem: Skolem,
    private readonly contexts: ContextSet,
    /** From the labels in the datasets of its parts to those that are told. */
    readonly labels: Labels,
    /** All its statements, in order. */
    readonly statements: readonly string[],
  ) {}

  /**
   * `relabel` makes the label that is told from the canonical one. Rejects with CredentialError: `not-canonicalizable`, or
   * `not-disclosable` for values that are neither text nor objects with members (language maps, JSON literals).
   */
  static async of(document: JsonObject, relabel: (label: string) => string, contexts: ContextSet): Promise<DisclosableDocument> {
    const skolem = new Skolem();
    const named = skolem.named(document);
    const dataset = skolem.unnamed(await rdfDataset(named, contexts, skolem.explicit));
    const [{ quads, labels }, asItStands] = await Promise.all([canonicalForm(dataset), canonicalQuads(document, contexts)]);
    if (quads !== asItStands) throw indistinct('the document has values that cannot be told one by one');
    const told = new Map([...labels].map(([label, canonical]) => [label, relabel(canonical)]));
    return new DisclosableDocument(named, skolem, contexts, told, statementsOf(dataset, told));
  }

  /** What JSON Pointers name. Rejects with CredentialError `invalid-pointer`, or `not-disclosable` for a part of a list whose order counts. */
  async part(pointers: readonly string[]): Promise<Part> {
    const selected = select(this.named, pointers);
    const dataset = selected ? this.skolem.unnamed(await rdfDataset(selected, this.contexts, this.skolem.explicit)) : [];
    const told = statementsOf(dataset, this.labels);
    const whole = new Set(this.statements);
    if (!told.every((statement) => whole.has(statement))) throw indistinct('a list whose order counts is told as a whole');
    return { dataset, statements: new Set(told) };
  }
}
