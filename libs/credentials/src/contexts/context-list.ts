import { type Json, type JsonObject, asList, below, isList, isObject } from '../document/json.js';
import type { Profile } from '../document/profile.js';
import { fault, type Fault } from '../words/fault.js';
import type { ContextSet } from './context-set.js';
import { CREDENTIALS_V1, CREDENTIALS_V2 } from './context-urls.js';

/** The keywords that a written-out context may have (JSON-LD 1.1 section 9.15); `@base` would give a meaning to what has none. */
const WRITABLE = new Set(['@context', '@direction', '@language', '@propagate', '@protected', '@version', '@vocab']);

/** What is wrong with the contexts of a document, and where. */
export type ContextFault = Fault & { readonly pointer: string };

/**
 * The first fault in the contexts of a credential: the first of its `@context` must be a credentials base context
 * (VC Data Model 2.0 section 4.3), and every context anywhere in it a URL of the list, once: an inline context, or one
 * applied again on top of others, can give the words of a signed document another meaning. Only where nothing but the proof is
 * asked may a context be written out.
 */
export function contextFault(document: JsonObject, contexts: ContextSet, profile: Profile = 'full'): ContextFault | undefined {
  const [first] = asList(document['@context']);
  if (first !== CREDENTIALS_V2 && first !== CREDENTIALS_V1) {
    return { ...fault('base-context'), pointer: '/@context/0' };
  }
  if (!isList(document['@context'])) return { ...fault('base-context'), pointer: '/@context' };
  return faultIn(document, { contexts, profile });
}

interface Allowed {
  readonly contexts: ContextSet;
  readonly profile: Profile;
}

function faultIn(value: Json, allowed: Allowed): ContextFault | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [member, inner] of Object.entries<Json>(value)) {
    const found = isObject(value) && member === '@context' ? listFault(inner, allowed) : faultIn(inner, allowed);
    if (found) return { ...found, pointer: below('', member) + found.pointer };
  }
  return undefined;
}

function listFault(context: Json, allowed: Allowed): ContextFault | undefined {
  const { contexts, profile } = allowed;
  const seen = new Set<string>();
  for (const [at, item] of asList(context).entries()) {
    const pointer = below('', at);
    if (profile === 'proof-only' && isObject(item)) {
      const found = writtenFault(item, allowed);
      if (found) return { ...found, pointer: pointer + found.pointer };
      continue;
    }
    if (typeof item !== 'string') return { ...fault('inline-context'), pointer };
    if (!contexts.has(item)) return { ...fault('unknown-context', { url: item }), pointer };
    if (seen.has(item)) return { ...fault('repeated-context', { url: item }), pointer };
    seen.add(item);
  }
  return undefined;
}

/** A written-out context, and those of its terms: none may name another beyond the list. */
function writtenFault(context: JsonObject, allowed: Allowed): ContextFault | undefined {
  for (const [term, definition] of Object.entries(context)) {
    const pointer = below('', term);
    if (term.startsWith('@') && !WRITABLE.has(term)) return { ...fault('context-keyword', { keyword: term }), pointer };
    const [scoped, at] = term === '@context' ? [definition, pointer] : isObject(definition) ? [definition['@context'], `${pointer}/@context`] : [];
    const found = scoped === undefined ? undefined : listFault(scoped, allowed);
    if (found) return { ...found, pointer: at + found.pointer };
  }
  return undefined;
}
