import { z } from 'zod';

/** What api.md promises of each answer; members beyond these may come. */
const Id = z.uuid();

export const Created = z.looseObject({ id: Id });
export const PublishedAchievement = z.looseObject({ id: Id, version: z.int() });

export const OutcomeStatus = z.enum(['recorded', 'issued', 'refused', 'superseded', 'withdrawn']);
export type OutcomeStatus = z.infer<typeof OutcomeStatus>;

export const Outcome = z.looseObject({
  id: Id,
  providerId: Id,
  externalId: z.string(),
  achievementId: Id,
  achievedOn: z.string(),
  status: OutcomeStatus,
  recordedAt: z.iso.datetime(),
  credentialId: Id.optional(),
  refusal: z.looseObject({ code: z.string(), detail: z.string() }).optional(),
});
export type Outcome = z.infer<typeof Outcome>;

/** One row's answer of a batch: the number that the single request would have been answered with, and its body. */
export const BatchResult = z.looseObject({
  index: z.int(),
  status: z.int(),
  outcome: Outcome.optional(),
  problem: z.looseObject({
    code: z.string(), detail: z.string(), errors: z.array(z.looseObject({ pointer: z.string(), detail: z.string() })).optional(),
  }).optional(),
});
export type BatchResult = z.infer<typeof BatchResult>;
export const BatchAnswer = z.looseObject({ results: z.array(BatchResult) });

export const CredentialRow = z.looseObject({ id: Id, outcomeId: Id, achievementId: Id, status: z.string(), issuedOn: z.string() });
export type CredentialRow = z.infer<typeof CredentialRow>;

/** A credential as a document; what of it the story reads (VC Data Model 2.0 section 4). */
export const Credential = z.looseObject({
  id: z.string(),
  issuer: z.union([z.string(), z.looseObject({ id: z.string() })]),
  validFrom: z.iso.datetime({ offset: true }),
  credentialSubject: z.looseObject({ id: z.string(), achievement: z.looseObject({ name: z.string() }) }),
  credentialStatus: z.array(z.looseObject({ statusPurpose: z.string(), statusListCredential: z.url() })),
});
export type Credential = z.infer<typeof Credential>;

export const Verification = z.looseObject({
  verified: z.boolean(),
  checks: z.array(z.looseObject({ check: z.string(), result: z.enum(['passed', 'failed', 'warned', 'skipped']), code: z.string(), pointer: z.string().optional(), detail: z.string().optional() })),
  summary: z.looseObject({ sentence: z.string() }),
});
export type Verification = z.infer<typeof Verification>;

export const RecordEntry = z.looseObject({
  achievement: z.looseObject({ name: z.string() }),
  provider: z.looseObject({ id: Id, name: z.string() }),
  formOfLearning: z.string(),
  trust: z.string(),
  status: z.string(),
  credentialId: Id.optional(),
});
export type RecordEntry = z.infer<typeof RecordEntry>;

export const Message = z.looseObject({});

/** A page of a list. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.looseObject({ items: z.array(item), nextCursor: z.string().nullish() });
