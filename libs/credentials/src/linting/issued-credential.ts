import { z } from 'zod';
import { AssociationType } from '../clr/associations.js';
import { CLR, CREDENTIALS_V2, OPEN_BADGES } from '../contexts/context-urls.js';
import { isCompactJws } from '../images/carried-text.js';
import { BitstringStatusListEntry } from '../status-list/status-entry.js';
import { STATUS_LIST_LENGTH } from '../status-list/bitstring.js';

/** What Laurel's own credentials must look like: stricter than what it accepts from others (open-badges/open-badge.ts). */
const Instant = z.iso.datetime({ error: 'must be an instant in UTC' });
const Uri = z.string().regex(/^[a-z][a-z0-9+.-]*:[^\s]+$/, 'must be a URI');
const Did = z.string().regex(/^did:(key|web):[^\s#]+$/, 'must be a did:key or did:web');
const Urn = z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/);
const Text = z.string().min(1);

/** A list that has `name` and nothing else. */
const exactly = (...names: string[]) => z.tuple(names.map((name) => z.literal(name)) as [z.ZodLiteral<string>, ...z.ZodLiteral<string>[]]);

const Issuer = z.looseObject({ id: Did, type: exactly('Profile'), name: Text });
const Alignment = z.looseObject({ id: Uri, type: exactly('Alignment'), targetName: Text, targetUrl: z.url() });
const ResultDescription = z.looseObject({ id: Uri, type: exactly('ResultDescription'), name: Text, resultType: Text });
const Result = z.looseObject({ id: Uri, type: exactly('Result'), resultDescription: Uri, value: Text });
const Criteria = z
  .strictObject({ id: z.url().optional(), narrative: Text.optional() })
  .refine(({ id, narrative }) => id !== undefined || narrative !== undefined, 'criteria need a narrative or an id');

const Achievement = z.looseObject({
  id: Uri,
  type: exactly('Achievement'),
  achievementType: Text,
  name: Text,
  description: Text,
  criteria: Criteria,
  alignment: z.array(Alignment).min(1),
  resultDescription: z.array(ResultDescription).optional(),
});

const StatusEntries = z
  .array(BitstringStatusListEntry)
  .length(2)
  .refine(([a, b]) => a?.statusPurpose === 'revocation' && b?.statusPurpose === 'suspension', 'must be a revocation and a suspension entry')
  .refine(([a, b]) => a?.statusListIndex === b?.statusListIndex, 'must have the same index in both lists')
  .refine(([a]) => Number(a?.statusListIndex) < STATUS_LIST_LENGTH, 'the index lies outside the list')
  .refine(([a, b]) => a?.statusListCredential !== b?.statusListCredential, 'must name two lists');

export const IssuedAchievementCredential = z.strictObject({
  '@context': exactly(CREDENTIALS_V2, OPEN_BADGES),
  id: Urn,
  type: exactly('VerifiableCredential', 'OpenBadgeCredential'),
  issuer: Issuer,
  validFrom: Instant,
  validUntil: Instant.optional(),
  awardedDate: Instant,
  name: Text,
  credentialSubject: z.looseObject({ id: Uri, type: exactly('AchievementSubject'), achievement: Achievement, result: z.array(Result).optional() }),
  evidence: z.array(z.looseObject({ id: Uri, type: exactly('Evidence') })).optional(),
  credentialStatus: StatusEntries,
});

/** A credential as it was signed, with its proof in it or as a token. */
const Part = z.union([z.looseObject({ id: Uri, type: z.array(z.string()), credentialSubject: z.looseObject({ id: Uri }), proof: z.looseObject({}) }), z.string().refine(isCompactJws, 'must be a compact JWS')]);
const Association = z.strictObject({ id: Uri, type: z.literal('Association'), associationType: AssociationType, sourceId: Uri, targetId: Uri });

export const IssuedClrCredential = z.strictObject({
  '@context': exactly(CREDENTIALS_V2, CLR, OPEN_BADGES),
  id: Urn,
  type: exactly('VerifiableCredential', 'ClrCredential'),
  issuer: Issuer,
  validFrom: Instant,
  validUntil: Instant.optional(),
  name: Text,
  partial: z.boolean(),
  credentialSubject: z.strictObject({
    id: Uri,
    type: exactly('ClrSubject'),
    identifier: z.array(z.looseObject({ type: z.literal('IdentityObject'), hashed: z.literal(true) })).optional(),
    verifiableCredential: z.array(Part).min(1),
    association: z.array(Association).optional(),
  }),
  credentialStatus: StatusEntries.optional(),
}).refine(({ validUntil, credentialStatus }) => validUntil !== undefined || credentialStatus !== undefined, { error: 'a record that cannot be revoked has an end', path: ['validUntil'] });

export const IssuedStatusListCredential = z.strictObject({
  '@context': exactly(CREDENTIALS_V2),
  id: z.url(),
  type: exactly('VerifiableCredential', 'BitstringStatusListCredential'),
  issuer: Did,
  validFrom: Instant,
  validUntil: Instant.optional(),
  credentialSubject: z.strictObject({
    id: Uri,
    type: z.literal('BitstringStatusList'),
    statusPurpose: z.enum(['revocation', 'suspension']),
    encodedList: z.string().regex(/^u[A-Za-z0-9_-]+$/),
  }),
});
