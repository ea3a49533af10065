import { english } from './en.js';
import { firstOfMonth, french } from './fr.js';
import { Language } from './language.js';

export const ENGLISH = new Language('en', english, 'en-GB');

/** Every language that a verifier speaks, the one first that is spoken to who asks for none of them. A file of texts and a line here add one. */
export const LANGUAGES: readonly [Language, ...Language[]] = [ENGLISH, new Language('fr', french, 'fr', firstOfMonth)];
