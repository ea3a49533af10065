import { z } from 'zod';
import { CLR, CLR_FIRST } from '../contexts/context-urls.js';
import { isVersion1 } from '../document/credential.js';
import { type JsonObject, asList } from '../document/json.js';
import { type LocatedFault, schemaFault } from '../document/schema-fault.js';
import { isCompactJws } from '../images/carried-text.js';
import { Achievement, IdentityObject, Image, Profile, Uri, listOf, typed } from '../open-badges/classes.js';
import { AssociationType } from './associations.js';
import { asMessage, fault } from '../words/fault.js';
import type { MessageCode } from '../words/message.js';

const Part = z.union([
  z.looseObject({ type: z.union([typed('VerifiableCredential'), typed('EnvelopedVerifiableCredential')]) }),
  z.string().refine(isCompactJws, 'must-be-compact-jws' satisfies MessageCode),
]);
const Association = z.looseObject({ type: typed('Association'), associationType: AssociationType, sourceId: Uri, targetId: Uri });
const ClrSubject = z
  .looseObject({
    id: Uri.optional(),
    type: typed('ClrSubject'),
    identifier: listOf(IdentityObject).optional(),
    verifiableCredential: z.union([Part, z.array(Part).min(1)]),
    achievement: listOf(Achievement).optional(),
    association: listOf(Association).optional(),
  })
  .refine(({ id, identifier }) => id !== undefined || identifier !== undefined, 'must-say-who' satisfies MessageCode);

/** CLR 2.0, ClrCredential: what a stranger's record needs before it is called one. */
const ClrCredential = z.looseObject({ id: Uri, name: z.string().min(1), issuer: Profile, image: Image.optional(), partial: z.boolean().optional(), credentialSubject: ClrSubject });
const ClrCredentialV2 = ClrCredential.extend({ validFrom: z.string() });

export const isClr = (document: JsonObject): boolean => asList(document.type).includes('ClrCredential');

/** Why a document that calls itself a ClrCredential is none: without a context of CLR 2.0, learner, parts or their relations; undefined if it is one. */
export function clrFault(document: JsonObject): LocatedFault | undefined {
  if (!asList(document['@context']).some((url) => url === CLR || url === CLR_FIRST)) {
    return { ...fault('clr-context-missing'), pointer: '/@context' };
  }
  const found = schemaFault(isVersion1(document) ? ClrCredential : ClrCredentialV2, document);
  return found && { ...fault('invalid-clr', { reason: asMessage(found) }), pointer: found.pointer };
}
