import { Check } from '@laurel/credentials';
import { AssessmentMethod, CalendarDate, CredentialStatus, FormOfLearning, Level, Trust } from '@laurel/events';
import { z } from 'zod';

export const VerifyCredential = z.strictObject({
  verifiableCredential: z.unknown().meta({ description: 'the credential as you got it: a JSON object, or a JWT as a string' }),
});
export type VerifyCredential = z.infer<typeof VerifyCredential>;

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
