import { type Json, type JsonObject, asList, below, isList, isObject } from '../document/json.js';
import type { ContextSet } from './context-set.js';
import { CREDENTIALS_V1, CREDENTIALS_V2 } from './context-urls.js';

/** What is wrong with the contexts of a document, and where. */
export interface ContextFault {
  readonly code: 'base-context' | 'inline-context' | 'unknown-context' | 'repeated-context';
  readonly pointer: string;
  readonly detail: string;
}

/**
 * The first fault in the contexts of a credential: the first of its `@context` must be a credentials base context
 * (VC Data Model 2.0 section 4.3), and every context anywhere in it a URL of the list, once: an inline context, or one
 * applied again on top of others, can give the words of a signed document another meaning.
 */
export function contextFault(document: JsonObject, contexts: ContextSet): ContextFault | undefined {
  const [first] = asList(document['@context']);
  if (first !== CREDENTIALS_V2 && first !== CREDENTIALS_V1) {
    return { code: 'base-context', pointer: '/@context/0', detail: `the first context must be ${CREDENTIALS_V2} or ${CREDENTIALS_V1}` };
  }
  if (!isList(document['@context'])) return { code: 'base-context', pointer: '/@context', detail: '@context must be a list' };
  return faultIn(document, contexts);
}

function faultIn(value: Json, contexts: ContextSet): ContextFault | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [member, inner] of Object.entries<Json>(value)) {
    const fault = isObject(value) && member === '@context' ? listFault(inner, contexts) : faultIn(inner, contexts);
    if (fault) return { ...fault, pointer: below('', member) + fault.pointer };
  }
  return undefined;
}

function listFault(context: Json, contexts: ContextSet): ContextFault | undefined {
  const seen = new Set<string>();
  for (const [at, item] of asList(context).entries()) {
    const pointer = below('', at);
    if (typeof item !== 'string') return { code: 'inline-context', pointer, detail: 'a context must be a URL, not written out' };
    if (!contexts.has(item)) return { code: 'unknown-context', pointer, detail: `${item.slice(0, 200)} is not one of the contexts that Laurel knows` };
    if (seen.has(item)) return { code: 'repeated-context', pointer, detail: `${item} is listed twice` };
    seen.add(item);
  }
  return undefined;
}
