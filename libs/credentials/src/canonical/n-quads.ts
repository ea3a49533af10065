import rdfCanonize from 'rdf-canonize';
import { LONE_SURROGATE } from '../document/canonical-json.js';
import { type Dataset, type Quad, withTerms } from './rdf-dataset.js';

const line = (quad: Quad): string => rdfCanonize.NQuads.serializeQuad(quad);
/** A line break within a literal is escaped. */
const linesOf = (quads: string): string[] => quads.split('\n').slice(0, -1).map((each) => `${each}\n`);

/** From here on the order of JavaScript’s strings, UTF-16, is not that of code points. */
const SURROGATE_OR_ABOVE = /[\ud800-\uffff]/;
/** What no XML 1.1 has as a character, so that canonical N-Quads escape it; rdf-canonize knows of the others. */
const NO_CHARACTER = /[\ufffe\uffff]/g;

/**
 * N-Quads that rdf-canonize wrote and sorted, in canonical form and in the order of code points (RDFC-1.0 sections 3.1 and 5),
 * which is that of UTF-8. Throws TypeError for a lone surrogate.
 */
export function canonicalText(quads: string): string {
  if (!SURROGATE_OR_ABOVE.test(quads)) return quads;
  if (LONE_SURROGATE.test(quads)) throw new TypeError('a lone surrogate has no canonical form');
  const escaped = quads.replace(NO_CHARACTER, (character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return Buffer.concat(linesOf(escaped).map((each) => Buffer.from(each)).sort((a, b) => a.compare(b))).toString();
}

/** The statements of a dataset as lines of canonical N-Quads, each once, in order; `relabel` gives the label of a blank node. */
export function statements(dataset: Dataset, relabel: (label: string) => string): readonly string[] {
  const relabelled = withTerms(dataset, (term) => (term.termType === 'BlankNode' ? { ...term, value: relabel(term.value) } : term));
  return linesOf(canonicalText([...new Set(relabelled.map(line))].sort().join('')));
}

/** Whether a statement stands twice in sorted N-Quads. */
export const repeats = (quads: string): boolean => quads.split('\n').some((each, at, all) => each === all[at + 1]);

/** A dataset is a set (RDF 1.1 Concepts section 4): no statement stands in it twice, which jsonld does not see to. */
export const distinct = (dataset: Dataset): Dataset => [...new Map(dataset.map((quad) => [line(quad), quad])).values()];
