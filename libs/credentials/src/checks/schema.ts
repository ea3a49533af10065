import { clrFault, isClr } from '../clr/clr-credential.js';
import type { JsonObject } from '../document/json.js';
import { isOpenBadge, openBadgeFault } from '../open-badges/open-badge.js';
import { type Check, failedBy, passed, skipped } from './check.js';

/**
 * Is it what its type says: an Open Badge that names issuer, learner, achievement and criteria, a learner record with its parts?
 * The schemas that a credential itself names are for the one who can fetch them.
 */
export function checkSchema(document: JsonObject): Check {
  const [badge, record] = [isOpenBadge(document), isClr(document)];
  const fault = (badge ? openBadgeFault(document) : undefined) ?? (record ? clrFault(document) : undefined);
  if (fault) return failedBy('schema', fault, fault.pointer);
  if (badge) return passed('schema', 'open-badge');
  return record ? passed('schema', 'learner-record') : skipped('schema', 'no-schema');
}
