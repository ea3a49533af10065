import { describe, expect, it } from '@jest/globals';
import type { Json, JsonObject } from '../document/json.js';
import { select } from './selection.js';

const list: readonly Json[] = [{ id: 'urn:l0', type: 'L', x: 0, y: { z: 0 } }, { x: 1 }, ['p', 'q'], 's'];
const document = {
  '@context': ['https://a.example', 'https://b.example'],
  id: 'urn:a',
  type: ['T', 'U'],
  name: 'n',
  'a/b': { 'm~n': 1, o: 2 },
  none: null,
  list,
} satisfies JsonObject;
const { '@context': context, id, type } = document;
const top = { '@context': context, id, type };

describe('a selection', () => {
  it.each<[readonly string[], JsonObject | undefined]>([
    [[], undefined],
    [[''], document],
    [['/name'], { ...top, name: 'n' }],
    [['/type/1'], top],
    [['/a~1b/m~0n'], { ...top, 'a/b': { 'm~n': 1 } }],
    [['/none'], { ...top, none: null }],
    [['/list/0/y'], { ...top, list: [{ id: 'urn:l0', type: 'L', y: { z: 0 } }] }],
    [['/list/3', '/list/1/x'], { ...top, list: [{ x: 1 }, 's'] }],
    [['/list/2/1', '/list/0/x'], { ...top, list: [{ id: 'urn:l0', type: 'L', x: 0 }, ['q']] }],
    [['/list/0/y/z', '/list/0'], { ...top, list: [list[0] ?? null] }],
    [['/list', '/list/0/x'], { ...top, list }],
  ])('of %j keeps what says which thing it is about', (pointers, expected) => {
    expect(select(document, pointers)).toEqual(expected);
  });

  it.each(['name', '#/name', '/nothing', '/list/4', '/list/-', '/list/00', '/list/1.0', '/list/length', '/name/0', '/none/x', '/a~2b', '/toString', '/', '/list/0/'])('has nothing at %s', (pointer) => {
    expect(() => select(document, [pointer])).toThrow(expect.objectContaining({ code: 'invalid-pointer' }));
  });
});
