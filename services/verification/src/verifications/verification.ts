import { Check } from '@laurel/credentials';
import { ProblemDocument } from '@laurel/http';
import { z } from 'zod';
import { Summary } from '../summary/summary.js';

const Sent = z.unknown().meta({ description: 'the credential as you got it: a JSON object, its JWT or SD-JWT as a string, or the PNG or SVG that carries it as a data: URL in base64' });

export const VerifyCredential = z.strictObject({ verifiableCredential: Sent });
export type VerifyCredential = z.infer<typeof VerifyCredential>;

export const VerifyCredentials = z.strictObject({ verifiableCredentials: z.array(Sent).min(1).max(1_000) });
export type VerifyCredentials = z.infer<typeof VerifyCredentials>;

/** A credential that stands in another document, at `pointer` (JSON Pointer): what came of it, or why it is none. */
export interface Held {
  pointer: string;
  verification?: Verification | undefined;
  problem?: ProblemDocument | undefined;
}

/** `verified` is true exactly when no check failed, of a learner record neither any of a part. */
export interface Verification {
  verified: boolean;
  checks: Check[];
  summary: Summary;
  /** Of a learner record: each credential in it, as it would be verified alone. */
  parts?: Held[] | undefined;
}

const held = (verification: z.ZodType<Verification>) => z.array(z.object({ pointer: z.string(), verification: verification.optional(), problem: ProblemDocument.optional() }));

/** Not written out again: a schema that refers to itself trips OpenAPI tools, and each time over it has every message code. */
const Alike = z.object({ verified: z.boolean(), checks: z.array(z.any()), summary: z.any(), parts: z.array(z.any()).optional() }).meta({ description: 'of the form of the answer about the whole; parts only if it is a record too' });
export const Verification: z.ZodType<Verification> = z.object({ verified: z.boolean(), checks: z.array(Check), summary: Summary, parts: held(Alike).optional() });
/** Those that a document holds, written out. */
export const Holding = held(Verification);

/** What became of each row: the status that the single request would have had, and its body. */
export const VerificationResults = z.object({
  results: z.array(z.object({ index: z.int(), status: z.int(), verification: Verification.optional(), problem: ProblemDocument.optional() })),
});
export type VerificationResults = z.infer<typeof VerificationResults>;
