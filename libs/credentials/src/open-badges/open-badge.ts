import { z } from 'zod';
import { OPEN_BADGES_VERSIONS } from '../contexts/context-urls.js';
import { isVersion1 } from '../document/credential.js';
import { type JsonObject, asList } from '../document/json.js';
import { type LocatedFault, schemaFault } from '../document/schema-fault.js';
import { Achievement, IdentityObject, listOf, Profile, typed, Uri } from './classes.js';
import { asMessage, fault } from '../words/fault.js';
import type { MessageCode } from '../words/message.js';

const Subject = z
  .looseObject({
    id: Uri.optional(),
    type: typed('AchievementSubject'),
    achievement: Achievement,
    identifier: listOf(IdentityObject).optional(),
    source: Profile.optional(),
    result: listOf(z.looseObject({ type: typed('Result') })).optional(),
  })
  .refine(({ id, identifier }) => id !== undefined || identifier !== undefined, 'must-say-who' satisfies MessageCode);

/** Open Badges 3.0 appendix B, AchievementCredential: what a stranger's badge needs before it is called one. */
const OpenBadge = z.looseObject({
  id: Uri,
  issuer: Profile,
  credentialSubject: Subject,
  evidence: listOf(z.looseObject({ type: typed('Evidence') })).optional(),
});
const OpenBadgeV2 = OpenBadge.extend({ validFrom: z.string(), awardedDate: z.string().optional() });

export const isOpenBadge = (document: JsonObject): boolean => asList(document.type).some((type) => type === 'OpenBadgeCredential' || type === 'AchievementCredential');

/** Why a document that calls itself an Open Badge is none: without issuer, learner, achievement or criteria; undefined if it is one. */
export function openBadgeFault(document: JsonObject): LocatedFault | undefined {
  if (!asList(document['@context']).some((url) => typeof url === 'string' && OPEN_BADGES_VERSIONS.includes(url))) {
    return { ...fault('open-badges-context-missing'), pointer: '/@context' };
  }
  const found = schemaFault(isVersion1(document) ? OpenBadge : OpenBadgeV2, document);
  return found && { ...fault('invalid-open-badge', { reason: asMessage(found) }), pointer: found.pointer };
}
