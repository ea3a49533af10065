import { z } from 'zod';
import { OPEN_BADGES_VERSIONS } from '../contexts/context-urls.js';
import { type JsonObject, asList } from '../document/json.js';
import { type Check, failed, passed, skipped } from './check.js';
import { isVersion1 } from '../document/credential.js';
import { schemaFault } from '../document/schema-fault.js';

const Uri = z.string().regex(/^[A-Za-z][A-Za-z0-9+.-]*:\S+$/, 'must be a URI');
const typed = (name: string) => z.union([z.literal(name), z.array(z.string()).refine((types) => types.includes(name), `type must contain ${name}`)]);
const listOf = <Item extends z.ZodType>(item: Item) => z.union([item, z.array(item)]);

const Image = z.looseObject({ id: Uri, type: typed('Image') });
const Identifier = z.looseObject({ type: typed('IdentityObject'), hashed: z.boolean(), identityHash: z.string().min(1), identityType: z.string().min(1) });
const Alignment = z.looseObject({ type: typed('Alignment'), targetName: z.string(), targetUrl: z.string() });
const ResultDescription = z.looseObject({ id: Uri, type: typed('ResultDescription'), name: z.string(), resultType: z.string() });
const IdentifierEntry = z.looseObject({ type: typed('IdentifierEntry'), identifier: z.string(), identifierType: z.string() });
const Profile = z.looseObject({
  id: Uri,
  type: typed('Profile'),
  image: Image.optional(),
  otherIdentifier: listOf(IdentifierEntry).optional(),
  get parentOrg(): z.ZodOptional<z.ZodType> {
    return Profile.optional();
  },
});
const Achievement = z.looseObject({
  id: Uri,
  type: typed('Achievement'),
  name: z.string().min(1),
  description: z.string().min(1),
  criteria: z.looseObject({ id: Uri.optional(), narrative: z.string().optional() }),
  creator: Profile.optional(),
  image: Image.optional(),
  alignment: listOf(Alignment).optional(),
  resultDescription: listOf(ResultDescription).optional(),
});
const Subject = z
  .looseObject({
    id: Uri.optional(),
    type: typed('AchievementSubject'),
    achievement: Achievement,
    identifier: listOf(Identifier).optional(),
    source: Profile.optional(),
    result: listOf(z.looseObject({ type: typed('Result') })).optional(),
  })
  .refine(({ id, identifier }) => id !== undefined || identifier !== undefined, 'must say who: an id or an identifier');

/** Open Badges 3.0 appendix B, AchievementCredential: what a stranger's badge needs before it is called one. */
const OpenBadge = z.looseObject({
  id: Uri,
  issuer: Profile,
  credentialSubject: Subject,
  evidence: listOf(z.looseObject({ type: typed('Evidence') })).optional(),
});
const OpenBadgeV2 = OpenBadge.extend({ validFrom: z.string(), awardedDate: z.string().optional() });

/** Is it what its type says: an Open Badge that names issuer, learner, achievement and criteria? */
export function checkSchema(document: JsonObject): Check {
  if (!isOpenBadge(document)) return skipped('schema', 'no-schema');
  if (!asList(document['@context']).some((url) => typeof url === 'string' && OPEN_BADGES_VERSIONS.includes(url))) {
    return failed('schema', 'open-badges-context-missing', undefined, '/@context');
  }
  const fault = schemaFault(isVersion1(document) ? OpenBadge : OpenBadgeV2, document);
  return fault ? failed('schema', 'invalid-open-badge', { reason: fault.detail }, fault.pointer) : passed('schema', 'open-badge');
}

export const isOpenBadge = (document: JsonObject): boolean => asList(document.type).some((type) => type === 'OpenBadgeCredential' || type === 'AchievementCredential');
