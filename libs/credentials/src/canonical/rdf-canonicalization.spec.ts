import { describe, expect, it } from '@jest/globals';
import rdfCanonize from 'rdf-canonize';
import { z } from 'zod';
import { fixture, fixtureText, haveFixture } from '../samples/fixtures.config.js';
import { random, shuffled } from '../samples/random.js';
import { canonicalForm, type HashName } from './canonicalize.js';
import { statements } from './n-quads.js';
import { type Dataset, withTerms } from './rdf-dataset.js';

const dataset = (quads: readonly string[]): Dataset => rdfCanonize.NQuads.parse(quads.map((quad) => `${quad} .\n`).join(''));
const form = async (quads: readonly string[], hash?: HashName) => (await canonicalForm(dataset(quads), hash)).quads.split(' .\n').slice(0, -1);
const pairs = (count: number) => Array.from({ length: count }, (_, a) => Array.from({ length: count }, (__, b) => [a, b] as const).filter(([, b]) => a !== b)).flat();
const clique = (count: number, label: string) => pairs(count).map(([a, b]) => `_:${label}${a} <urn:p> _:${label}${b}`);
const ring = (count: number) => Array.from({ length: count }, (_, at) => `_:n${at} <urn:p> _:n${(at + 1) % count}`);

const paths = (end: string, other: string) => ['_:a <urn:p> _:a1', '_:a1 <urn:p> _:a2', `_:a2 <urn:p> "${end}"`, '_:b <urn:p> _:b1', '_:b1 <urn:p> _:b2', `_:b2 <urn:p> "${other}"`];
const graph = ['_:g <urn:p> "default"', '_:a <urn:p> _:b _:g', '_:b <urn:p> _:g _:g', '_:a <urn:p> _:b'];
const INTEGER = '<http://www.w3.org/2001/XMLSchema#integer>';

describe('the canonical form of a dataset (RDFC-1.0)', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['of nothing', [], []],
    ['of statements without blank nodes', ['<urn:b> <urn:p> <urn:x>', '<urn:a> <urn:q> <urn:x>', '<urn:a> <urn:p> <urn:x> <urn:g>', '<urn:a> <urn:p> <urn:x>'], ['<urn:a> <urn:p> <urn:x>', '<urn:a> <urn:p> <urn:x> <urn:g>', '<urn:a> <urn:q> <urn:x>', '<urn:b> <urn:p> <urn:x>']],
    ['of a node that points at itself', ['_:x <urn:p> _:x', '_:y <urn:p> _:x'], ['_:c14n0 <urn:p> _:c14n0', '_:c14n1 <urn:p> _:c14n0']],
    ['of a ring of two', ['_:x <urn:next> _:y', '_:y <urn:next> _:x'], ['_:c14n0 <urn:next> _:c14n1', '_:c14n1 <urn:next> _:c14n0']],
    ['of a ring of three with a tail', ['_:x <urn:next> _:y', '_:y <urn:next> _:z', '_:z <urn:next> _:x', '_:t <urn:at> _:y'], ['_:c14n0 <urn:next> _:c14n3', '_:c14n1 <urn:at> _:c14n0', '_:c14n2 <urn:next> _:c14n0', '_:c14n3 <urn:next> _:c14n2']],
    ['of a diamond', ['_:top <urn:p> _:left', '_:top <urn:p> _:right', '_:left <urn:q> _:foot', '_:right <urn:q> _:foot'], ['_:c14n0 <urn:p> _:c14n2', '_:c14n0 <urn:p> _:c14n3', '_:c14n2 <urn:q> _:c14n1', '_:c14n3 <urn:q> _:c14n1']],
    ['of two paths that are the same', paths('end', 'end'), ['_:c14n0 <urn:p> "end"', '_:c14n1 <urn:p> _:c14n0', '_:c14n2 <urn:p> _:c14n1', '_:c14n3 <urn:p> "end"', '_:c14n4 <urn:p> _:c14n3', '_:c14n5 <urn:p> _:c14n4']],
    ['of nodes that only their neighbours tell apart', paths('end', 'stop'), ['_:c14n0 <urn:p> "stop"', '_:c14n1 <urn:p> "end"', '_:c14n2 <urn:p> _:c14n1', '_:c14n3 <urn:p> _:c14n2', '_:c14n4 <urn:p> _:c14n0', '_:c14n5 <urn:p> _:c14n4']],
    ['of twins', ['<urn:s> <urn:p> _:a', '<urn:s> <urn:p> _:b', '_:a <urn:q> "same"', '_:b <urn:q> "same"'], ['<urn:s> <urn:p> _:c14n0', '<urn:s> <urn:p> _:c14n1', '_:c14n0 <urn:q> "same"', '_:c14n1 <urn:q> "same"']],
    ['of a graph that a blank node names', graph, ['_:c14n0 <urn:p> _:c14n2', '_:c14n0 <urn:p> _:c14n2 _:c14n1', '_:c14n1 <urn:p> "default"', '_:c14n2 <urn:p> _:c14n1 _:c14n1']],
    ['of graphs with the same content', ['_:a <urn:p> "x" _:g', '_:a <urn:p> "x" _:h', '<urn:s> <urn:holds> _:g', '<urn:s> <urn:has> _:h'], ['<urn:s> <urn:has> _:c14n1', '<urn:s> <urn:holds> _:c14n2', '_:c14n0 <urn:p> "x" _:c14n1', '_:c14n0 <urn:p> "x" _:c14n2']],
    ['of text in languages, of types and of an IRI', [`<urn:s> <urn:p> "1"^^${INTEGER}`, '<urn:s> <urn:p> "1"', '<urn:s> <urn:p> "1"@fr', '<urn:s> <urn:p> "1"@en', '<urn:s> <urn:p> <urn:1>'], ['<urn:s> <urn:p> "1"', '<urn:s> <urn:p> "1"@en', '<urn:s> <urn:p> "1"@fr', `<urn:s> <urn:p> "1"^^${INTEGER}`, '<urn:s> <urn:p> <urn:1>']],
    ['of a type that goes without saying', ['<urn:s> <urn:p> "1"^^<http://www.w3.org/2001/XMLSchema#string>'], ['<urn:s> <urn:p> "1"']],
    ['of escapes that are not needed', ['<urn:s> <urn:\\u0070> "\\u00e9\\U0001F600\\u0041"'], ['<urn:s> <urn:p> "é😀A"']],
    ['of escapes that are', [String.raw`<urn:s> <urn:p> "\b\u0009\n\f\u000D\"\\\u0000\u000b\u001f\u007f"`], [String.raw`<urn:s> <urn:p> "\b\t\n\f\r\"\\\u0000\u000B\u001F\u007F"`]],
    ['of characters beside those that are escaped', [String.raw`<urn:s> <urn:p> "'/\u0080\u0085\u2028\uE000\uFFFD"`], ['<urn:s> <urn:p> "\'/\u0080\u0085\u2028\ue000\ufffd"']],
    ['of what XML has no character for', ['<urn:s> <urn:p> "\ufffe\uffff\u{1fffe}"'], ['<urn:s> <urn:p> "\\uFFFE\\uFFFF\u{1fffe}"']],
    ['in the order of code points', ['<urn:s> <urn:p> "\u{1f600}"', '<urn:s> <urn:p> "\uff5e"', '<urn:s> <urn:p> "a"'], ['<urn:s> <urn:p> "a"', '<urn:s> <urn:p> "\uff5e"', '<urn:s> <urn:p> "\u{1f600}"']],
    ['of a node hashed in the order of code points', ['_:a <urn:p> "\u{1f600}"', '_:a <urn:p> "\uff5e"', '_:c <urn:p> "c"'], ['_:c14n0 <urn:p> "c"', '_:c14n1 <urn:p> "\uff5e"', '_:c14n1 <urn:p> "\u{1f600}"']],
    ['of labels that look canonical', ['_:c14n2 <urn:p> _:c14n1', '_:c14n1 <urn:p> _:c14n0', '_:c14n0 <urn:p> _:c14n2', '_:t <urn:at> _:c14n1'], ['_:c14n0 <urn:p> _:c14n3', '_:c14n1 <urn:at> _:c14n0', '_:c14n2 <urn:p> _:c14n0', '_:c14n3 <urn:p> _:c14n2']],
    ['of six nodes that all point at each other', clique(6, 'n'), clique(6, 'c14n').toSorted()],
  ])('%s', async (_, quads, expected) => expect(await form(quads)).toEqual(expected));

  it.each<[string, readonly string[], readonly string[]]>([
    ['two paths', paths('end', 'end'), ['_:c14n0 <urn:p> _:c14n2', '_:c14n1 <urn:p> _:c14n0', '_:c14n2 <urn:p> "end"', '_:c14n3 <urn:p> _:c14n5', '_:c14n4 <urn:p> _:c14n3', '_:c14n5 <urn:p> "end"']],
    ['a named graph', graph, ['_:c14n0 <urn:p> _:c14n1', '_:c14n0 <urn:p> _:c14n1 _:c14n2', '_:c14n1 <urn:p> _:c14n2 _:c14n2', '_:c14n2 <urn:p> "default"']],
  ])('is another with SHA-384: %s', async (_, quads, expected) => expect(await form(quads, 'sha384')).toEqual(expected));

  it('is the same where a statement stands twice', async () => {
    const once = dataset([...graph, ...paths('end', 'end')]);
    const { quads } = await canonicalForm([...once, ...once.slice(1), ...once]);
    expect(quads).toBe((await canonicalForm(once)).quads);
  });

  it('needs no more than the square of a ring', async () => expect(await form(ring(50))).toHaveLength(50));

  it.each([['a clique of 7', clique(7, 'n')], ['a clique of 40', clique(40, 'n')], ['two rings of 60', [...ring(60), ...ring(60).map((quad) => quad.replaceAll('_:n', '_:m'))]]])('is given up on for a poison graph: %s', async (_, quads) => {
    await expect(form(quads)).rejects.toMatchObject({ code: 'not-canonicalizable', detail: expect.stringContaining('deep iterations') });
  });
});

describe('whatever the order and the labels, the form', () => {
  const next = random(20_261_124);
  const below = (limit: number) => Math.floor(next() * limit);
  const blank = (nodes: number) => `_:b${below(nodes)}`;
  const object = (nodes: number) => (next() < 0.8 ? blank(nodes) : ['"x"', '"x"@en', '"\u{1f600}"', '"\uff5e"', '<urn:x>'][below(5)]);
  const graphName = (nodes: number) => (next() < 0.7 ? '' : next() < 0.5 ? ' <urn:g>' : ` ${blank(nodes)}`);
  const made = Array.from({ length: 400 }, () => {
    const nodes = 1 + below(6);
    return dataset(Array.from({ length: 1 + below(12) }, () => `${blank(nodes)} <urn:p${below(2)}> ${object(nodes)}${graphName(nodes)}`));
  });

  it.each<HashName>(['sha256', 'sha384'])('is the same, and says the same: %s', async (hash) => {
    for (const quads of made) {
      const { quads: expected, labels } = await canonicalForm(quads, hash);
      const names = shuffled([0, 1, 2, 3, 4, 5], next);
      const renamed = withTerms(shuffled(quads, next), (term) => (term.termType === 'BlankNode' ? { ...term, value: `c14n${names[Number(term.value.slice(1))]}` } : term));
      expect((await canonicalForm(renamed, hash)).quads).toBe(expected);
      expect([...labels.values()].sort()).toEqual([...labels].map((_, at) => `c14n${at}`));
      expect(statements(quads, (label) => labels.get(label) ?? 'none').join('')).toBe(expected);
    }
  });
});

const Manifest = z.object({ entries: z.array(z.object({ id: z.string(), name: z.string(), type: z.string(), action: z.string(), result: z.string().optional(), hashAlgorithm: z.enum(['SHA256', 'SHA384']).optional() })) });
const haveVectors = haveFixture('rdf-canon/manifest.jsonld');

(haveVectors ? describe : describe.skip)('the tests of W3C for RDFC-1.0', () => {
  const { entries } = haveVectors ? Manifest.parse(fixture('rdf-canon/manifest.jsonld')) : { entries: [] };

  it.each(entries.map((entry) => [entry.id, entry.name, entry] as const))('%s: %s', async (_id, _name, { type, action, result, hashAlgorithm }) => {
    const run = canonicalForm(rdfCanonize.NQuads.parse(fixtureText(`rdf-canon/${action}`)), hashAlgorithm === 'SHA384' ? 'sha384' : 'sha256');
    if (type === 'rdfc:RDFC10NegativeEvalTest') return expect(run).rejects.toMatchObject({ code: 'not-canonicalizable' });
    const { quads, labels } = await run;
    if (type === 'rdfc:RDFC10MapTest') return expect(Object.fromEntries(labels)).toEqual(fixture(`rdf-canon/${result}`));
    expect(type).toBe('rdfc:RDFC10EvalTest');
    return expect(quads.trim()).toBe(fixtureText(`rdf-canon/${result}`));
  });
});
