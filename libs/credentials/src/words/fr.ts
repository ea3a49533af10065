import { documentTexts } from './fr/document.js';
import { fetchingTexts } from './fr/fetching.js';
import { keyTexts } from './fr/keys.js';
import { proofTexts } from './fr/proof.js';
import { publishedTexts } from './fr/published.js';
import { standingTexts } from './fr/standing.js';
import { summaryTexts } from './fr/summary.js';
import { tokenTexts } from './fr/tokens.js';
import { valueTexts } from './fr/values.js';
import type { Catalogue } from './message.js';

/** What a verifier says, in French. In its files a plain space stands before `:`, `;` and inside guillemets; none of them may end a line, hence `typeset`. */
export const french: Catalogue = typeset({ ...documentTexts, ...proofTexts, ...tokenTexts, ...valueTexts, ...keyTexts, ...fetchingTexts, ...publishedTexts, ...standingTexts, ...summaryTexts });

function typeset(texts: Catalogue): Catalogue {
  const spaced = (text: string) => text.replace(/ (?=[:»])|(?<=«) /g, '\u00a0').replace(/ (?=;)/g, '\u202f');
  return Object.fromEntries(Object.entries(texts).map(([code, text]) => [code, spaced(text)])) as Catalogue;
}

/** `1er janvier`, which Intl writes as `1 janvier`. */
export const firstOfMonth = (day: string): string => day.replace(/^1 /, '1er ');
