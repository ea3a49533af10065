import { Check } from '@laurel/credentials';
import { AssessmentMethod, CalendarDate, CredentialStatus, FormOfLearning, Level, Trust } from '@laurel/events';
import { ProblemDocument } from '@laurel/http';
import { z } from 'zod';

const Sent = z.unknown().meta({ description: 'the credential as you got it: a JSON object, its JWT or SD-JWT as a string, or the PNG or SVG that carries it as a data: URL in base64' });

export const VerifyCredential = z.strictObject({ verifiableCredential: Sent });
export type VerifyCredential = z.infer<typeof VerifyCredential>;

export const VerifyCredentials = z.strictObject({ verifiableCredentials: z.array(Sent).min(1).max(1_000) });
export type VerifyCredentials = z.infer<typeof VerifyCredentials>;

/** What an employer needs to know, in plain words. What could not be read, or is not to be believed, is left out. */
export const Summary = z.object({
  issuer: z.string().optional(),
  /** Who recognised the issuer for this when it was issued. */
  recognisedBy: z.string().optional(),
  trust: Trust.optional(),
  /** How the credential says who the learner is; no name. */
  learner: z.string().optional(),
  achievement: z.string().optional(),
  formOfLearning: FormOfLearning.optional(),
  /** EQF. */
  level: Level.optional(),
  assessedHow: AssessmentMethod.optional(),
  awardedOn: CalendarDate.optional(),
  status: z.enum([...CredentialStatus.options, 'expired', 'unknown']),
  sentence: z.string(),
});
export type Summary = z.infer<typeof Summary>;

/** `verified` is true exactly when no check failed. */
export const Verification = z.object({ verified: z.boolean(), checks: z.array(Check), summary: Summary });
export type Verification = z.infer<typeof Verification>;

/** What became of each row: the status that the single request would have had, and its body. */
export const VerificationResults = z.object({
  results: z.array(z.object({ index: z.int(), status: z.int(), verification: Verification.optional(), problem: ProblemDocument.optional() })),
});
export type VerificationResults = z.infer<typeof VerificationResults>;
