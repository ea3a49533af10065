import { describe, expect, it } from '@jest/globals';
import type { Json, JsonObject } from '../../document/json.js';
import { base64url } from '../../jose/base64url.js';
import { conceal } from './conceal.js';
import { type Disclosure, digestOf, readDisclosure } from './disclosure.js';
import { reveal } from './reveal.js';

const disclosed = (...parts: Json[]): Disclosure => readDisclosure(base64url(JSON.stringify(parts)));
const codes = (claims: JsonObject, ...disclosures: Disclosure[]) => reveal(claims, disclosures).faults.map(({ code }) => code);

/** RFC 9901 sections 4.2.1 and 4.2.2, and the first disclosure of section 5.1. */
const EXAMPLES = [
  ['WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0', 'X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0', 'family_name', 'Möbius'],
  ['WyIyR0xDNDJzS1F2ZUNmR2ZyeU5STjl3IiwgImdpdmVuX25hbWUiLCAiSm9obiJd', 'jsu9yVulwQQlhFlM_3JlzMaSFzglhQG0DpfayQwLUK4', 'given_name', 'John'],
  ['WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIkZSIl0', 'w0I8EKcdCtUPkGCNUrfwVp2xEgNjtoIDlOxc9-PlOhs', undefined, 'FR'],
] as const;

describe('a disclosure', () => {
  it.each(EXAMPLES)('%s is that of RFC 9901', (text, digest, name, value) => {
    expect(readDisclosure(text)).toEqual({ text, digest, ...(name && { name }), value });
  });

  it.each(['', 'e30', base64url('["salt"]'), base64url('["salt","a",1,2]'), base64url('["salt",1,2]'), base64url('[1,"a",2]'), base64url('["salt","a",{"b":1,"b":2}]'), `${base64url('["salt","a",1]')}=`])(
    'is not %j',
    (text) => {
      expect(() => readDisclosure(text)).toThrow(expect.objectContaining({ code: 'invalid-token' }));
    },
  );
});

const claims: JsonObject = { iss: 'a', 'a/b~': { c: [1, { d: [2, 3] }, 'kept back'], e: { f: {} } }, g: [[4], [5]], h: null };
const POINTERS = ['/a~1b~0', '/a~1b~0/c', '/a~1b~0/c/*', '/a~1b~0/c/*/d', '/a~1b~0/c/*/d/*', '/a~1b~0/e', '/a~1b~0/e/f', '/g', '/g/*', '/g/*/*', '/h', '/missing'];

describe('what is concealed', () => {
  it.each(Array.from({ length: 64 }, (_, seed) => [seed]))('is revealed as it was, whichever parts it is (%i)', (seed) => {
    const chosen = POINTERS.filter((_, at) => ((seed * 2_654_435_761) >>> at) & 1);
    const { claims: hidden, disclosures } = conceal(claims, chosen);
    const revealed = reveal(hidden, disclosures);
    expect(revealed).toMatchObject({ claims, withheld: 0, faults: [] });
    expect(revealed.placed).toHaveLength(disclosures.length);
    expect(Object.hasOwn(hidden, '_sd_alg')).toBe(disclosures.length > 0);
    for (const { value } of disclosures) if (typeof value === 'string') expect(JSON.stringify(hidden)).not.toContain(value);
  });

  it('has salts of 128 bit, each another, and digests in an order of their own', () => {
    const { claims: hidden, disclosures } = conceal({ list: Array(50).fill('same'), a: 1, b: 1, c: 1 }, ['/list/*', '/a', '/b', '/c']);
    expect(new Set(disclosures.map(({ text }) => text)).size).toBe(53);
    for (const { text } of disclosures) expect(Buffer.from(String((JSON.parse(Buffer.from(text, 'base64url').toString()) as Json[])[0]), 'base64url')).toHaveLength(16);
    expect(hidden._sd).toEqual([...(hidden._sd as string[])].sort());
  });

  it('leaves out what is not shown', () => {
    const { claims: hidden } = conceal(claims, ['/a~1b~0', '/g/*']);
    expect(reveal(hidden, [])).toMatchObject({ claims: { iss: 'a', g: [], h: null }, withheld: 3, faults: [] });
  });

  it.each([[{ _sd: [] }], [{ a: [{ '...': 'x' }] }], [{ a: { _sd_alg: 'sha-256' } }]])('is not %j', (refused) => {
    expect(() => conceal(refused, [])).toThrow(expect.objectContaining({ code: 'refused-member' }));
  });
});

describe('a disclosure is refused', () => {
  const name = disclosed('salt', 'name', 'Ada');
  const element = disclosed('salt', 'FR');

  it.each<[string, JsonObject, Disclosure[]]>([
    ['unsigned-disclosure', {}, [name]],
    ['unsigned-disclosure', { _sd: [name.digest] }, [name, name]],
    ['repeated-digest', { _sd: [name.digest, name.digest] }, [name]],
    ['repeated-digest', { _sd: ['decoy'], a: { _sd: ['decoy'] } }, []],
    ['repeated-digest', { _sd: [name.digest], list: [{ '...': name.digest }] }, [name]],
    ['claim-there-already', { name: 'Eve', _sd: [name.digest] }, [name]],
    ['claim-there-already', { _sd: [name.digest, disclosed('other', 'name', 'Eve').digest] }, [name, disclosed('other', 'name', 'Eve')]],
    ['reserved-claim', { _sd: [disclosed('s', '_sd', []).digest] }, [disclosed('s', '_sd', [])]],
    ['reserved-claim', { _sd: [disclosed('s', '...', 1).digest] }, [disclosed('s', '...', 1)]],
    ['reserved-claim', { a: { '...': 'x' } }, []],
    ['reserved-claim', { list: [{ '...': element.digest, more: 1 }] }, []],
    ['invalid-disclosure', { _sd: [element.digest] }, [element]],
    ['invalid-disclosure', { list: [{ '...': name.digest }] }, [name]],
    ['invalid-claim', { _sd: 'no list' }, []],
    ['invalid-claim', { _sd: [1] }, []],
    ['unsupported-digest', { _sd_alg: 'sha-1' }, []],
    ['unsupported-digest', { _sd_alg: null }, []],
  ])('%s: %j', (code, signed, disclosures) => {
    expect(codes(signed, ...disclosures)).toContain(code);
  });

  it('that hides another beyond the depth of a document', () => {
    let inner: Json = 'x';
    const chain: Disclosure[] = [];
    for (let depth = 0; depth < 200; depth += 1) {
      const disclosure = disclosed('s', 'n', inner);
      chain.push(disclosure);
      inner = { _sd: [disclosure.digest] };
    }
    expect(codes(inner as JsonObject, ...chain)).toContain('invalid-disclosure');
  });

  it('and __proto__ is a claim like any other', () => {
    const proto = disclosed('s', '__proto__', { admin: true });
    const { claims: revealed } = reveal({ _sd: [proto.digest] }, [proto]);
    expect(Object.keys(revealed)).toEqual(['__proto__']);
    expect((revealed as { admin?: boolean }).admin).toBeUndefined();
  });

  it('digests are taken over the text', () => expect(digestOf(EXAMPLES[0][0])).toBe(EXAMPLES[0][1]));
});
