import { Instant } from '@laurel/events';
import { z } from 'zod';
import { atTime, paragraph, type Letter } from './letter.js';

/** The code itself is not among it: it stays sealed until it is sent, and is then forgotten. */
export const SignInCode = z.object({ template: z.literal('sign-in-code'), expiresAt: Instant });
export type SignInCode = z.infer<typeof SignInCode>;

/** @param code six digits for the mail; left out where the message is only listed */
export const signInCodeLetter = ({ expiresAt }: SignInCode, code?: string): Letter => ({
  subject: 'Your sign-in code for Laurel',
  heading: 'Your sign-in code',
  blocks: [
    paragraph(code === undefined ? 'A sign-in code was sent to you. It is not shown here.' : 'Enter this code where you asked for it:'),
    ...(code === undefined ? [] : [{ kind: 'code' as const, text: code }]),
    paragraph(`It works once, until ${atTime(expiresAt)}. Nobody from Laurel will ever ask you for it.`),
  ],
  reason: 'You get this because somebody asked for a sign-in code for this address. If it was not you, there is nothing to do: without the code nobody gets in.',
});
