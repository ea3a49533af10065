import { type Json, type JsonObject, asList, below, isList, isObject } from '../document/json.js';
import { fault, type Fault } from '../words/fault.js';
import type { ContextSet } from './context-set.js';
import { CREDENTIALS_V1, CREDENTIALS_V2 } from './context-urls.js';

/** What is wrong with the contexts of a document, and where. */
export type ContextFault = Fault & { readonly pointer: string };

/**
 * The first fault in the contexts of a credential: the first of its `@context` must be a credentials base context
 * (VC Data Model 2.0 section 4.3), and every context anywhere in it a URL of the list, once: an inline context, or one
 * applied again on top of others, can give the words of a signed document another meaning.
 */
export function contextFault(document: JsonObject, contexts: ContextSet): ContextFault | undefined {
  const [first] = asList(document['@context']);
  if (first !== CREDENTIALS_V2 && first !== CREDENTIALS_V1) {
    return { ...fault('base-context'), pointer: '/@context/0' };
  }
  if (!isList(document['@context'])) return { ...fault('base-context'), pointer: '/@context' };
  return faultIn(document, contexts);
}

function faultIn(value: Json, contexts: ContextSet): ContextFault | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [member, inner] of Object.entries<Json>(value)) {
    const found = isObject(value) && member === '@context' ? listFault(inner, contexts) : faultIn(inner, contexts);
    if (found) return { ...found, pointer: below('', member) + found.pointer };
  }
  return undefined;
}

function listFault(context: Json, contexts: ContextSet): ContextFault | undefined {
  const seen = new Set<string>();
  for (const [at, item] of asList(context).entries()) {
    const pointer = below('', at);
    if (typeof item !== 'string') return { ...fault('inline-context'), pointer };
    if (!contexts.has(item)) return { ...fault('unknown-context', { url: item }), pointer };
    if (seen.has(item)) return { ...fault('repeated-context', { url: item }), pointer };
    seen.add(item);
  }
  return undefined;
}
