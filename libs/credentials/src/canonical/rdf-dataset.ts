import type { Json } from '../document/json.js';

/** An RDF term as jsonld and rdf-canonize hand it around (RDF/JS data model); a blank node's label comes without `_:`. */
export interface Term {
  readonly termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph';
  readonly value: string;
}

/** One statement of a graph. */
export interface Quad {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
  readonly graph: Term;
}
export type Dataset = readonly Quad[];

/** A document in expanded form (JSON-LD 1.1 section 9): nodes whose members are IRIs and keywords, each with a list of values. */
export type Expanded = readonly Json[];

/** The same dataset with other terms; predicates are never blank nodes, so they stay. */
export const withTerms = (dataset: Dataset, change: (term: Term) => Term): Dataset =>
  dataset.map(({ subject, predicate, object, graph }) => ({ subject: change(subject), predicate, object: change(object), graph: change(graph) }));
