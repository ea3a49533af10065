import type { JsonObject } from '../document/json.js';
import { type Check, failed, passed } from './check.js';
import { CredentialV1, CredentialV2, isVersion1 } from '../document/credential.js';
import { refusedMember } from '../document/members.js';
import { schemaFault } from '../document/schema-fault.js';

/** Is it a credential by the data model, without members that could make it mean something else? */
export function checkStructure(document: JsonObject): Check {
  const refused = refusedMember(document);
  if (refused) return failed('structure', 'refused-member', { reason: refused.detail }, refused.pointer);
  const version1 = isVersion1(document);
  const fault = schemaFault(version1 ? CredentialV1 : CredentialV2, document);
  return fault
    ? failed('structure', 'invalid-structure', { reason: fault.detail }, fault.pointer)
    : passed('structure', 'data-model', { version: version1 ? '1.1' : '2.0' });
}
