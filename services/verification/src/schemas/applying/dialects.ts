/** JSON Schema as published in these years: what is read of it is told by `$schema`, with or without an empty fragment. */
export const DIALECTS = ['https://json-schema.org/draft/2020-12/schema', 'https://json-schema.org/draft/2019-09/schema', 'http://json-schema.org/draft-07/schema'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** Of a `1EdTechJsonSchemaValidator2019` that does not say. */
export const DEFAULT_DIALECT: Dialect = DIALECTS[1];

export const dialectOf = ($schema: string): Dialect | undefined => DIALECTS.find((dialect) => dialect === $schema.replace(/#$/, '').replace(/^https(?=:\/\/json-schema\.org\/draft-07\/)/, 'http'));
