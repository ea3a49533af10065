import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@laurel/credentials';
import { evaluateSchema, type Evaluation } from './evaluate-schema.js';

const url = 'https://schemas.example/course';
const schema = { $id: url, $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties: { credentialSubject: { required: ['course'] } } };
const credential = (change: object = {}): JsonObject => ({ credentialSubject: { course: 'First aid' }, credentialSchema: { id: url, type: 'JsonSchema' }, ...change });

describe('the outcome of a schema that nothing has to be fetched for', () => {
  it.each<[string, object, JsonObject, Evaluation]>([
    ['fits', {}, credential(), 'success'],
    ['does not fit', {}, credential({ credentialSubject: {} }), 'failure'],
    ['is of another type than is asked for', {}, credential({ credentialSchema: { id: url, type: 'JsonSchemaCredential' } }), 'failure'],
    ['is of another URL', {}, credential({ credentialSchema: { id: 'https://schemas.example/other', type: 'JsonSchema' } }), 'failure'],
    ['is not named', {}, credential({ credentialSchema: [] }), 'failure'],
    ['has no $schema', { $schema: undefined }, credential(), 'failure'],
    ['is of a version that is not known', { $schema: 'https://json-schema.org/draft/unknown/schema' }, credential(), 'indeterminate'],
    ['refers elsewhere', { $ref: 'https://schemas.example/other' }, credential(), 'indeterminate'],
  ])('that %s', (_, change, document, expected) => expect(evaluateSchema('JsonSchema', JSON.parse(JSON.stringify({ ...schema, ...change })) as JsonObject, document)).toBe(expected));
});
