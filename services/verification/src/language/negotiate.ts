import { ENGLISH, type Language, LANGUAGES } from '@laurel/credentials';

/** A language range with its weight (RFC 9110 section 12.5.4): `fr-CH;q=0.8`. */
const RANGE = /^\s*(\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)\s*(?:;\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i;
/** More ranges than anybody has. */
const MOST = 50;

/**
 * The language of ours that a client likes best, by the lookup of RFC 4647 section 3.4: `fr-CH` is answered in French; English
 * where there is none, or it is not said. A language of weight 0 is only had where nothing else is left.
 */
export function languageFor(acceptLanguage: string | undefined): Language {
  const ranges = (acceptLanguage ?? '').split(',', MOST).flatMap((text) => rangeIn(text) ?? []).sort((a, b) => b.weight - a.weight);
  const refused = new Set(ranges.flatMap(({ tag, weight }) => (weight === 0 ? [tag] : [])));
  for (const { tag, weight } of ranges) {
    const found = weight > 0 && (tag === '*' ? LANGUAGES.find((language) => !refused.has(language.tag)) : LANGUAGES.find((language) => tag === language.tag || tag.startsWith(`${language.tag}-`)));
    if (found) return found;
  }
  return LANGUAGES.find(({ tag }) => !refused.has(tag)) ?? ENGLISH;
}

function rangeIn(text: string): { readonly tag: string; readonly weight: number } | undefined {
  const [, tag, weight = '1'] = RANGE.exec(text) ?? [];
  return tag === undefined ? undefined : { tag: tag.toLowerCase(), weight: Number(weight) };
}
