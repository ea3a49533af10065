import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { inWords } from '../words/in-words.js';
import { LANGUAGES } from '../words/languages.js';
import { type MessageCode } from '../words/message.js';
import { oneOrMore } from './credential.js';
import type { Json } from './json.js';
import { schemaFault } from './schema-fault.js';

const [, FRENCH = LANGUAGES[0]] = LANGUAGES;

const Schema = z.strictObject({
  name: z.string().min(2).max(5).optional(),
  kind: z.enum(['a', 'b']).optional(),
  page: z.url().optional(),
  id: z.string().regex(/^urn:/, 'must-be-uri' satisfies MessageCode).optional(),
  type: z.array(z.string()).refine((types) => types.includes('X'), { error: 'must-contain' satisfies MessageCode, params: { wanted: 'X' } }).optional(),
  even: z.number().refine((value) => value % 2 === 0).optional(),
  parts: oneOrMore(z.looseObject({ id: z.string() })).optional(),
});

describe('what a schema finds wrong', () => {
  it.each<[Json, string, string, string]>([
    [{ parts: [{ id: 'a' }, {}] }, '/parts/1/id', 'id is missing', 'id manque'],
    [{ name: 7 }, '/name', 'name is not of the type string', 'name n’est pas du type string'],
    [[], '', 'the document is not of the type object', 'le document n’est pas du type object'],
    [{ kind: 'c' }, '/kind', 'kind is none of: a, b', 'kind n’est aucune de ces valeurs\u00a0: a, b'],
    [{ name: 'x' }, '/name', 'name has less than 2', 'name en a moins de 2'],
    [{ name: 'xxxxxx' }, '/name', 'name has more than 5', 'name en a plus de 5'],
    [{ page: 'x' }, '/page', 'page is not in its form: url', 'page n’a pas la forme prévue\u00a0: url'],
    [{ id: 'x' }, '/id', 'id must be a URL', 'id doit être une URL'],
    [{ type: ['Y'] }, '/type', 'type must contain X', 'type doit contenir X'],
    [{ even: 1 }, '/even', 'even is not as required', 'even n’est pas comme il le faut'],
    [{ more: 1, most: 2 }, '', 'the document has what is not foreseen: more, most', 'le document contient ce qui n’est pas prévu\u00a0: more, most'],
  ])('in %j', (value, pointer, english, french) => {
    const found = schemaFault(Schema, value);
    expect(found).toMatchObject({ pointer, detail: english });
    expect(found && inWords(found, FRENCH)).toBe(french);
  });

  it('is nothing where nothing is wrong', () => expect(schemaFault(Schema, { name: 'Ada' })).toBeUndefined());
});
