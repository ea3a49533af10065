import { describe, expect, test } from '@jest/globals';
import { CredentialsQuery, links, windowOf } from './credential-list.js';

const URL_ = 'https://laurel.example/ims/ob/v3p0/credentials';
/** Relations with their offsets, as a client reads them. */
const read = (header: string) => Object.fromEntries([...header.matchAll(/<([^>]+)>; rel="(\w+)"/g)].map(([, url = '', relation = '']) => [relation, Number(new URL(url).searchParams.get('offset'))]));

describe('the links of a list', () => {
  test.each([
    [0, 2, 5, { first: 0, last: 4, next: 2 }],
    [2, 2, 5, { first: 0, last: 4, next: 4, prev: 0 }],
    [4, 2, 5, { first: 0, last: 4, prev: 2 }],
    [1, 2, 5, { first: 0, last: 4, next: 3, prev: 0 }],
    [0, 5, 5, { first: 0, last: 0 }],
    [0, 50, 0, { first: 0, last: 0 }],
    [9, 2, 5, { first: 0, last: 4, prev: 7 }],
  ])('from %i, %i of %i', (offset, limit, total, expected) => {
    expect(read(links(URL_, { limit, offset }, undefined, total))).toEqual(expected);
  });

  test('keep the instant', () => {
    const [, url = ''] = /<([^>]+)>; rel="next"/.exec(links(URL_, { limit: 1, offset: 0 }, '2026-01-01T00:00:00+02:00', 2)) ?? [];
    expect(CredentialsQuery.parse(Object.fromEntries(new URL(url).searchParams))).toEqual({ limit: 1, offset: 1, since: '2026-01-01T00:00:00+02:00' });
  });
});

test.each([[{}, 50, 0], [{ limit: '7', offset: '3' }, 7, 3], [{ limit: '1000' }, 200, 0]])('%j asks for %i from %i', (query, limit, offset) => {
  expect(windowOf(CredentialsQuery.parse(query))).toEqual({ limit, offset });
});
