/** A text in the languages that Laurel's own lists are kept in (BCP 47). */
export interface Translated {
  readonly en: string;
  readonly fr: string;
}

export interface Concept {
  readonly label: Translated;
  readonly definition?: Translated;
  /** IRI of the same concept in the European Union's list, where there is one. */
  readonly exactMatch?: string;
}

/** A small controlled list of Laurel's own: versioned, translated, never changed in meaning. */
export interface ConceptScheme<Code extends string = string> {
  /** Path below the origin at which the list is served. */
  readonly path: string;
  /** Date of this version; codes are only ever added. */
  readonly version: string;
  readonly title: Translated;
  readonly concepts: Readonly<Record<Code, Concept>>;
}

/** The IRI of a concept: `https://laurel.example/vocab/settings#library`. */
export const conceptIri = <Code extends string>(scheme: ConceptScheme<Code>, code: Code, origin: string): string => `${origin}${scheme.path}#${code}`;

/** The list as it is served, after SKOS: every concept with its IRI, code, labels and definitions. */
export function schemeDocument(scheme: ConceptScheme, origin: string) {
  return {
    id: `${origin}${scheme.path}`,
    type: 'ConceptScheme',
    version: scheme.version,
    title: scheme.title,
    languages: ['en', 'fr'],
    concepts: Object.entries(scheme.concepts).map(([code, { label, definition, exactMatch }]) => ({
      id: conceptIri(scheme, code, origin),
      type: 'Concept',
      code,
      label,
      ...(definition && { definition }),
      ...(exactMatch && { exactMatch }),
    })),
  };
}
export type SchemeDocument = ReturnType<typeof schemeDocument>;
