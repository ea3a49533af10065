import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from './catalogue.js';
import { Envelope } from './envelope.js';

const samples = join(import.meta.dirname, '../samples');
const read = (type: string): unknown => JSON.parse(readFileSync(join(samples, `${type}.json`), 'utf8'));

describe('events', () => {
  it('have a golden sample each, and there is no sample of an event that does not exist', () => {
    expect(readdirSync(samples).sort()).toEqual(catalogue.map(({ type }) => `${type}.json`).sort());
  });

  // a sample that no longer parses, or parses to less, is a change that is not additive: it needs the next version of the type
  it.each(catalogue.map((event) => [event.type, event] as const))('%s still reads its sample whole', (type, event) => {
    const sample = Envelope.parse(read(type));
    expect(sample).toEqual(read(type));
    expect(event.data.parse(sample.data)).toEqual(sample.data);
    expect(sample.source).toBe(`/laurel/${event.source}`);
  });

  it.each(catalogue.map((event) => [event.type, event] as const))('%s is read with a member that is not known yet', (type, event) => {
    const sample = Envelope.parse({ ...(read(type) as object), later: 1 });
    expect(event.data.parse({ ...sample.data, later: 1 })).toEqual(sample.data);
  });

  it.each(catalogue.map((event) => [event.type, event] as const))('%s names no person', (type) => {
    expect(JSON.stringify(read(type))).not.toMatch(/"(email|name|phone|nationalId)":"[^"]*@/i);
  });
});
