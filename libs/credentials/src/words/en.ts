import { documentTexts } from './en/document.js';
import { fetchingTexts } from './en/fetching.js';
import { keyTexts } from './en/keys.js';
import { proofTexts } from './en/proof.js';
import { publishedTexts } from './en/published.js';
import { standingTexts } from './en/standing.js';
import { summaryTexts } from './en/summary.js';
import { tokenTexts } from './en/tokens.js';
import { valueTexts } from './en/values.js';

/** What a verifier says, in English: message code to text, in files by what it is about. `in-words.ts` says how parameters are written. */
export const english = { ...documentTexts, ...proofTexts, ...tokenTexts, ...valueTexts, ...keyTexts, ...fetchingTexts, ...publishedTexts, ...standingTexts, ...summaryTexts } as const satisfies Readonly<Record<string, string>>;
