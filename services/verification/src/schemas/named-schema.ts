import { claimedDigests, fault, type Fault, type JsonObject } from '@laurel/credentials';

/** W3C's schema, the same in a credential that others can verify, and what Open Badges 3.0 (appendix B, CredentialSchema) has. */
export const SCHEMA_TYPES = ['JsonSchema', 'JsonSchemaCredential', '1EdTechJsonSchemaValidator2019'] as const;
export type SchemaType = (typeof SCHEMA_TYPES)[number];

/** A schema as a credential names it (VC Data Model 2.0 section 4.11). */
export interface NamedSchema {
  readonly pointer: string;
  readonly url: string;
  readonly type: SchemaType;
  /** What its bytes must hash to, as Subresource Integrity writes it. */
  readonly digests: readonly string[];
}

/** Each schema that a credential names, or why it cannot be applied. */
export function schemasNamedIn({ credentialSchema, relatedResource }: JsonObject): (NamedSchema | (Fault & { readonly pointer: string }))[] {
  const related = listOf(relatedResource);
  return listOf(credentialSchema).map((named, at) => {
    const pointer = Array.isArray(credentialSchema) ? `/credentialSchema/${at}` : '/credentialSchema';
    const types = [named.type].flat();
    const type = SCHEMA_TYPES.find((each) => types.includes(each));
    const { id: url } = named;
    if (!type || typeof url !== 'string') return { pointer, ...unsupported(types[0]) };
    return { pointer, url, type, digests: [named, ...related.filter(({ id }) => id === url)].flatMap(claimedDigests) };
  });
}

const unsupported = (type: unknown): Fault => fault('schema-unsupported', { reason: { code: 'schema-type', params: { type: typeof type === 'string' ? type : 'none' } } });

const listOf = (value: unknown): JsonObject[] => [value].flat().filter((each): each is JsonObject => typeof each === 'object' && each !== null && !Array.isArray(each));
