import type { z } from 'zod';
import type { JsonObject } from '../document/json.js';
import type { Profile } from '../document/profile.js';
import { type Check, failed, passed } from './check.js';
import { CredentialV1, CredentialV2, isVersion1 } from '../document/credential.js';
import { refusedMember } from '../document/members.js';
import { schemaFault } from '../document/schema-fault.js';
import { asMessage } from '../words/fault.js';

/** Is it a credential by the data model, without members that could make it mean something else? */
export const checkStructure = (document: JsonObject, profile: Profile = 'full'): Check => checkMembers(document, isVersion1(document) ? CredentialV1 : CredentialV2, profile);

/** Is it what a schema of the data model says, without members that could make it mean something else? */
export function checkMembers(document: JsonObject, schema: z.ZodType, profile: Profile = 'full'): Check {
  const refused = refusedMember(document, profile);
  if (refused) return failed('structure', 'refused-member', { reason: asMessage(refused) }, refused.pointer);
  const fault = schemaFault(schema, document);
  return fault
    ? failed('structure', 'invalid-structure', { reason: asMessage(fault) }, fault.pointer)
    : passed('structure', 'data-model', { version: isVersion1(document) ? '1.1' : '2.0' });
}
