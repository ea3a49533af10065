import { Check } from '@laurel/credentials';
import { z } from 'zod';
import { Holding } from '../verifications/verification.js';

/** What is said on both sides must be equal, so that what was shown to one cannot be shown to another, or once more. */
const Asked = z.string().min(1).max(2_000).optional();

export const VerifyPresentation = z.strictObject({
  verifiablePresentation: z.unknown().meta({ description: 'the presentation as you got it: a JSON object, or a JWT as a string' }),
  challenge: Asked.meta({ description: 'what you asked to be answered; it is yours to make and to take once only' }),
  domain: Asked.meta({ description: 'for whom it has to be made: you' }),
});
export type VerifyPresentation = z.infer<typeof VerifyPresentation>;

/**
 * `verified` is true exactly when no check failed, neither of the presentation nor of any credential in it.
 * `pointer` says where in the presentation a credential stands.
 */
export const PresentationVerification = z.object({
  verified: z.boolean(),
  /** Whose signature the presentation has, where there is one that verifies. */
  holder: z.string().optional(),
  checks: z.array(Check),
  credentials: Holding,
});
export type PresentationVerification = z.infer<typeof PresentationVerification>;
