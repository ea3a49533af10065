import { z } from 'zod';
import type { MessageCode } from '../words/message.js';

/** What Open Badges 3.0 (appendix B) and CLR 2.0 have in common: its classes, as far as a stranger's document must keep to them. */
export const Uri = z.string().regex(/^[A-Za-z][A-Za-z0-9+.-]*:\S+$/, 'must-be-uri' satisfies MessageCode);
export const typed = (name: string) => z.union([z.literal(name), z.array(z.string()).refine((types) => types.includes(name), { error: 'must-contain' satisfies MessageCode, params: { wanted: name } })]);
export const listOf = <Item extends z.ZodType>(item: Item) => z.union([item, z.array(item)]);

export const Image = z.looseObject({ id: Uri, type: typed('Image') });
export const IdentityObject = z.looseObject({ type: typed('IdentityObject'), hashed: z.boolean(), identityHash: z.string().min(1), identityType: z.string().min(1) });
const Alignment = z.looseObject({ type: typed('Alignment'), targetName: z.string(), targetUrl: z.string() });
const ResultDescription = z.looseObject({ id: Uri, type: typed('ResultDescription'), name: z.string(), resultType: z.string() });
const IdentifierEntry = z.looseObject({ type: typed('IdentifierEntry'), identifier: z.string(), identifierType: z.string() });

export const Profile = z.looseObject({
  id: Uri,
  type: typed('Profile'),
  image: Image.optional(),
  otherIdentifier: listOf(IdentifierEntry).optional(),
  get parentOrg(): z.ZodOptional<z.ZodType> {
    return Profile.optional();
  },
});

export const Achievement = z.looseObject({
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
