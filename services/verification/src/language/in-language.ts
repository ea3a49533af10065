import { type Check, inWords, type Language } from '@laurel/credentials';
import type { PresentationVerification } from '../presentations/presentation.js';
import { summaryIn } from '../summary/summary.js';
import type { Verification, VerificationResults } from '../verifications/verification.js';

/** Checks with their texts in a language. */
export const checksIn = (language: Language, checks: readonly Check[]): Check[] => checks.map((check) => ({ ...check, detail: inWords(check, language) }));

/** A verification with every text of it in a language. */
export const verificationIn = (language: Language, { verified, checks, summary, parts }: Verification): Verification => ({
  verified, checks: checksIn(language, checks), summary: summaryIn(language, summary), ...(parts && { parts: parts.map((part) => rowIn(language, part)) }),
});

export const resultsIn = (language: Language, { results }: VerificationResults): VerificationResults => ({ results: results.map((row) => rowIn(language, row)) });

export const presentationIn = (language: Language, presentation: PresentationVerification): PresentationVerification => ({
  ...presentation,
  checks: checksIn(language, presentation.checks),
  credentials: presentation.credentials.map((credential) => rowIn(language, credential)),
});

/** One of several: a verification, or the problem in its place, which stays as it is. */
const rowIn = <Row extends { readonly verification?: Verification | undefined }>(language: Language, row: Row): Row =>
  row.verification ? { ...row, verification: verificationIn(language, row.verification) } : row;
