import { contextFault } from '../contexts/context-list.js';
import type { ContextSet } from '../contexts/context-set.js';
import type { JsonObject } from '../document/json.js';
import type { Profile } from '../document/profile.js';
import { type Check, failedBy, passed } from './check.js';

/** Does every word of it have the meaning that its publisher gave it? */
export function checkContexts(document: JsonObject, contexts: ContextSet, profile: Profile = 'full'): Check {
  const fault = contextFault(document, contexts, profile);
  return fault ? failedBy('contexts', fault, fault.pointer) : passed('contexts', 'contexts-known');
}
