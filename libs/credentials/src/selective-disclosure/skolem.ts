import { randomUUID } from 'node:crypto';
import { type Dataset, type Expanded, type Term, withTerms } from '../canonical/rdf-dataset.js';
import { CredentialError } from '../credential-error.js';
import { type Json, type JsonObject, asList, isList, isObject } from '../document/json.js';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
/** Members of an expanded node that hold no values of a property (JSON-LD 1.1 section 9.1). */
const TEXT_MEMBERS = new Set(['@id', '@type', '@index']);
const NODE_MEMBERS = new Set(['@graph', '@included']);

/**
 * Names for the nodes of one document that have none, so that a part of it still speaks of the same nodes (Data Integrity
 * ECDSA Cryptosuites 1.0, skolemizeCompactJsonLd). The specification names nodes of the expanded document and compacts that
 * again; here they are named where they stand, so that JSON Pointers keep their meaning.
 */
export class Skolem {
  /** Nobody else's, so that no IRI of the document is taken for one of these names. */
  readonly #prefix = `urn:bnid:${randomUUID()}:`;
  readonly #placed = new Map<string, string>();
  #count = 0;

  /** A document in which each object has an id. */
  named(document: JsonObject): JsonObject {
    const members = Object.entries(document).map(([name, member]) => [name, name === '@context' ? member : this.#namedBelow(member)]);
    return { ...(document.id === undefined && { id: this.#next() }), ...Object.fromEntries(members) };
  }

  #namedBelow(value: Json): Json {
    if (isList(value)) return value.map((item) => this.#namedBelow(item));
    return isObject(value) ? this.named(value) : value;
  }

  /** An expanded document in which graphs and the cells of lists have an id too: where they stand names them. */
  readonly explicit = (expanded: Expanded): Expanded => expanded.map((node) => (isObject(node) ? this.#node(node) : node));

  #node(node: JsonObject): JsonObject {
    const owner = String(node['@id']);
    return Object.fromEntries(Object.entries(node).map(([name, member]) => {
      if (TEXT_MEMBERS.has(name)) return [name, member];
      if (NODE_MEMBERS.has(name)) return [name, this.explicit(asList(member))];
      if (name === '@reverse' && isObject(member)) return [name, this.#node(member)];
      return [name, asList(member).map((value, at) => this.#value(value, [owner, name, at]))];
    }));
  }

  #value(value: Json, place: readonly Json[]): Json {
    if (!isObject(value) || '@value' in value) return value;
    if ('@list' in value) return this.#cells(asList(value['@list']), place);
    if (!('@graph' in value) || '@id' in value) return this.#node(value);
    const about = asList(value['@graph']).map((node) => (isObject(node) ? (node['@id'] ?? null) : null));
    return { ...this.#node(value), '@id': this.#at([...place.slice(0, 2), about]) };
  }

  /** A list as RDF has it: a chain of cells (RDF Schema 1.1 section 5.2). */
  #cells(items: readonly Json[], place: readonly Json[]): JsonObject {
    return items.reduceRight<JsonObject>((rest, item, at) => {
      const cell = this.#at([...place, at]);
      return { '@id': cell, [`${RDF}first`]: [this.#value(item, [cell, 'first', 0])], [`${RDF}rest`]: [rest] };
    }, { '@id': `${RDF}nil` });
  }

  #next(): string {
    return `${this.#prefix}${this.#count++}`;
  }

  #at(place: readonly Json[]): string {
    const key = JSON.stringify(place);
    const known = this.#placed.get(key) ?? this.#next();
    this.#placed.set(key, known);
    return known;
  }

  /** The dataset of a document that was given names, with blank nodes again in their place. Throws `not-disclosable` for one that already was one. */
  unnamed(dataset: Dataset): Dataset {
    return withTerms(dataset, (term) => {
      if (term.termType === 'BlankNode') throw new CredentialError('not-disclosable', 'an id is a URL, not a blank node');
      return this.#isName(term) ? { termType: 'BlankNode', value: term.value.slice(this.#prefix.length) } : term;
    });
  }

  #isName({ termType, value }: Term): boolean {
    return termType === 'NamedNode' && value.startsWith(this.#prefix);
  }
}
