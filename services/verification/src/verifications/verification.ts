import { Check } from '@laurel/credentials';
import { ProblemDocument } from '@laurel/http';
import { z } from 'zod';
import { Summary } from '../summary/summary.js';

const Sent = z.unknown().meta({ description: 'the credential as you got it: a JSON object, its JWT or SD-JWT as a string, or the PNG or SVG that carries it as a data: URL in base64' });

export const VerifyCredential = z.strictObject({ verifiableCredential: Sent });
export type VerifyCredential = z.infer<typeof VerifyCredential>;

export const VerifyCredentials = z.strictObject({ verifiableCredentials: z.array(Sent).min(1).max(1_000) });
export type VerifyCredentials = z.infer<typeof VerifyCredentials>;

/** `verified` is true exactly when no check failed. */
export const Verification = z.object({ verified: z.boolean(), checks: z.array(Check), summary: Summary });
export type Verification = z.infer<typeof Verification>;

/** What became of each row: the status that the single request would have had, and its body. */
export const VerificationResults = z.object({
  results: z.array(z.object({ index: z.int(), status: z.int(), verification: Verification.optional(), problem: ProblemDocument.optional() })),
});
export type VerificationResults = z.infer<typeof VerificationResults>;
