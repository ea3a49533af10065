import { isList, isObject, type Json, type JsonObject } from '../document/json.js';

const XSD_DOUBLE = 'http://www.w3.org/2001/XMLSchema#double';

/** The canonical text of a double (JSON-LD 1.1 API section 8.6). */
const doubleText = (value: number): string => value.toExponential(15).replace(/(\d)0*e\+?/, '$1E');

/** jsonld takes a fraction that JavaScript writes without a point, as 1e-7, for a whole number, so that all of these would be signed as 0. */
const isLost = (value: number): boolean => value % 1 !== 0 && !String(value).includes('.');

/**
 * Sees to it that each number of an expanded document comes into RDF with its value, in place, where jsonld would give others
 * the same text. Throws TypeError for a text typed as xsd:double that is not the canonical one, of which jsonld reads the beginning alone.
 */
export function keepNumbers(expanded: Json): void {
  if (isList(expanded)) expanded.forEach(keepNumbers);
  else if (isObject(expanded) && '@value' in expanded) keepNumber(expanded);
  else if (isObject(expanded)) Object.values(expanded).forEach(keepNumbers);
}

function keepNumber(literal: JsonObject): void {
  const { '@value': value, '@type': type = XSD_DOUBLE } = literal;
  if (typeof value === 'number' && type !== '@json' && isLost(value)) Object.assign(literal, { '@value': doubleText(value), '@type': type });
  if (typeof value === 'string' && literal['@type'] === XSD_DOUBLE && value !== doubleText(parseFloat(value))) throw new TypeError(`a double is a number, or a text as ${doubleText(1.5)}`);
}
