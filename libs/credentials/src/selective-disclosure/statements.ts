import { canonicalForm, canonicalQuads, rdfDataset } from '../canonical/canonicalize.js';
import { type Dataset, nQuad, withTerms } from '../canonical/rdf-dataset.js';
import type { ContextSet } from '../contexts/context-set.js';
import { CredentialError } from '../credential-error.js';
import type { JsonObject } from '../document/json.js';
import { select } from './selection.js';
import { Skolem } from './skolem.js';

/** From the label of a blank node to the one that is told. */
export type Labels = ReadonlyMap<string, string>;

const indistinct = (detail: string) => new CredentialError('not-disclosable', detail);

/** The statements of a dataset as lines of N-Quads under other labels, each once, in the order of code points. */
export function statementsOf(dataset: Dataset, labels: Labels): string[] {
  const relabelled = withTerms(dataset, (term) => {
    if (term.termType !== 'BlankNode') return term;
    const value = labels.get(term.value);
    if (value === undefined) throw indistinct('a part of the document cannot be told apart from the rest');
    return { ...term, value };
  });
  // Lines of UTF-8 compare as their code points do; strings of JavaScript don't (RDFC-1.0 section 4.4.3).
  return [...new Set(relabelled.map(nQuad))].map((line) => ({ line, bytes: Buffer.from(line) })).sort((a, b) => a.bytes.compare(b.bytes)).map(({ line }) => line);
}

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
    const statements = statementsOf(dataset, this.labels);
    const whole = new Set(this.statements);
    if (!statements.every((statement) => whole.has(statement))) throw indistinct('a list whose order counts is told as a whole');
    return { dataset, statements: new Set(statements) };
  }
}
