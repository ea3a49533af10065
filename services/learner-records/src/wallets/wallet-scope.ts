import { READ_CREDENTIALS, READ_PROFILE, WalletScope } from '@laurel/http';
import { z } from 'zod';

/** Asks for a refresh token: to read on while the learner is away (Open Badges 3.0 section 7.1). */
export const OFFLINE = 'offline_access';

/** What a wallet can ask for. */
export const Askable = z.enum([...WalletScope.options, OFFLINE]);
export type Askable = z.infer<typeof Askable>;

/** Each in words, for the learner who is asked and for developers. */
export const MEANING: Readonly<Record<Askable, string>> = {
  [READ_CREDENTIALS]: 'read your credentials, and those that you earn later',
  [READ_PROFILE]: 'read your profile: your learner id and your confirmed e-mail address',
  [OFFLINE]: 'go on doing so until you take it back',
};

/** Of the scopes in a text, one space apart, those that there are, each once. */
export const askable = (text: string): Askable[] => [...new Set(text.split(' '))].flatMap((scope) => Askable.safeParse(scope).data ?? []);

/** What an access token is good for: everything but the wish for another one. */
export const readable = (scopes: readonly Askable[]): WalletScope[] => scopes.flatMap((scope) => WalletScope.safeParse(scope).data ?? []);
