import { Check } from '@laurel/credentials';
import { ProblemDocument } from '@laurel/http';
import { z } from 'zod';

/** VC API 0.3, "Verify Credential": options that are not known here change nothing, as it asks. */
export const VerifyCredentialRequest = z.strictObject({ verifiableCredential: z.unknown(), options: z.looseObject({}).nullish() });
export type VerifyCredentialRequest = z.infer<typeof VerifyCredentialRequest>;

/** "Verify Presentation". */
export const VerifyPresentationRequest = z.strictObject({
  verifiablePresentation: z.unknown(),
  options: z.looseObject({ challenge: z.string().min(1).max(2_000).optional(), domain: z.string().min(1).max(2_000).optional() }).nullish(),
});
export type VerifyPresentationRequest = z.infer<typeof VerifyPresentationRequest>;

/** One thing that is wrong, or to be known (VC Data Model 2.0 section 7.2; RFC 9457). */
export const ProblemDetail = z.object({
  type: z.string(),
  title: z.string(),
  detail: z.string(),
  code: z.string(),
  /** Where in what was sent: a JSON Pointer. */
  pointer: z.string().optional(),
});
export type ProblemDetail = z.infer<typeof ProblemDetail>;

/** What is verified; what there is to be known about it nevertheless is in `problemDetails`. */
export const Verified = z.object({ verified: z.literal(true), checks: z.array(Check), problemDetails: z.array(ProblemDetail) });
export type Verified = z.infer<typeof Verified>;

/** What is not: a problem (RFC 9457), with each of its reasons. */
export const NotVerified = ProblemDocument.extend({ verified: z.literal(false), checks: z.array(Check), problemDetails: z.array(ProblemDetail) });
export type NotVerified = z.infer<typeof NotVerified>;
