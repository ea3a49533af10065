import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { placesOf } from './validation.pipe.js';

const schema = z.strictObject({ name: z.string(), 'a/b~c': z.array(z.strictObject({ size: z.coerce.number().min(1) })).optional() });
const places = (value: unknown) => placesOf(schema.safeParse(value).error?.issues ?? []);

describe('placesOf', () => {
  it('points by RFC 6901, in words that a person would use', () => {
    expect(places({})).toEqual([{ pointer: '/name', detail: 'is missing' }]);
    expect(places({ name: 1 })).toEqual([{ pointer: '/name', detail: 'must be of type string, not number' }]);
    expect(places({ name: 'x', 'a/b~c': [{ size: 'x' }] })).toEqual([{ pointer: '/a~1b~0c/0/size', detail: 'must be a number' }]);
  });

  it('points to an unknown member itself', () => {
    expect(places({ name: 'x', nmae: 'x', 'a/b~c': [{ size: 1, colour: 2 }] }).map(({ pointer }) => pointer)).toEqual(['/a~1b~0c/0/colour', '/nmae']);
  });

  it('says nothing of what fits', () => {
    expect(places({ name: 'x' })).toEqual([]);
  });
});
