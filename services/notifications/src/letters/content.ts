import { z } from 'zod';
import { CredentialIssued, credentialIssuedLetter } from './credential-issued.js';
import { CredentialStatusLetter, credentialStatusLetter } from './credential-status.js';
import type { Letter } from './letter.js';
import { SignInCode, signInCodeLetter } from './sign-in-code.js';

/** What a message says: its template, and the ids and names that go into it. Words are put to it when it is read or sent. */
export const Content = z.discriminatedUnion('template', [SignInCode, CredentialIssued, CredentialStatusLetter]);
export type Content = z.infer<typeof Content>;

interface Surroundings {
  /** Where the reader finds Laurel. */
  readonly origin: string;
  /** The sign-in code, for the mail alone. */
  readonly code?: string;
}

export function writeLetter(content: Content, { origin, code }: Surroundings): Letter {
  switch (content.template) {
    case 'sign-in-code':
      return signInCodeLetter(content, code);
    case 'credential-issued':
      return credentialIssuedLetter(content, origin);
    case 'credential-status':
      return credentialStatusLetter(content, origin);
  }
}
