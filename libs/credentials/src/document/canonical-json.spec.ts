import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { fixture, fixtureText, haveFixture } from '../samples/fixtures.config.js';
import { random, shuffled } from '../samples/random.js';
import { canonicalJson } from './canonical-json.js';

/** The double of 64 bits, in hexadecimal. */
const double = (bits: string): number => Buffer.from(bits.padStart(16, '0'), 'hex').readDoubleBE();

describe('canonical JSON (RFC 8785)', () => {
  it('writes the primitive values of section 3.2.2', () => {
    const value = JSON.parse('{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}') as object;
    const text = '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}';
    expect(canonicalJson(value)).toBe(text);
    expect(Buffer.from(canonicalJson(value).slice(-32)).toString('hex')).toBe('74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30 30 66 5c 6e 41 27 42 5c 22 5c 5c 5c 5c 5c 22 2f 22 7d'.replaceAll(' ', ''));
  });

  it('sorts members by UTF-16 code units, as in section 3.2.3', () => {
    const values = { '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew Letter Dalet With Dagesh', '1': 'One', '\u{1f600}': 'Emoji: Grinning Face', '\u0080': 'Control', '\u00f6': 'Latin Small Letter O With Diaeresis' };
    const order = ['Carriage Return', 'One', 'Control', 'Latin Small Letter O With Diaeresis', 'Euro Sign', 'Emoji: Grinning Face', 'Hebrew Letter Dalet With Dagesh'];
    expect([...canonicalJson(values).matchAll(/:"([^"]+)"/g)].map(([, value]) => value)).toEqual(order);
  });

  it.each([
    ['objects in objects and lists', { b: [{ z: 1, a: 2 }, [], {}], a: { '10': 1, '9': 2, '': 3 } }, '{"a":{"":3,"10":1,"9":2},"b":[{"a":2,"z":1},[],{}]}'],
    ['characters that are escaped, and how', '\b\t\n\f\r"\\\u0000\u000b\u001f', '"\\b\\t\\n\\f\\r\\"\\\\\\u0000\\u000b\\u001f"'],
    ['characters that are not', '/<>&\'\u007f\u0080\u2028\ufeff\ufffe\u{1f600}', '"/<>&\'\u007f\u0080\u2028\ufeff\ufffe\u{1f600}"'],
    ['text that looks alike, unchanged', ['\u00e9', 'e\u0301'], '["\u00e9","e\u0301"]'],
    ['names that differ in their form alone', { 'e\u0301': 1, '\u00e9': 2 }, '{"e\u0301":1,"\u00e9":2}'],
    ['a name like that of a prototype', JSON.parse('{"__proto__":{"a":1},"a":2}'), '{"__proto__":{"a":1},"a":2}'],
    ['a value by itself', null, 'null'],
  ])('writes %s', (_, value, text) => expect(canonicalJson(value)).toBe(text));

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no number', Number.NaN],
    ['an infinite number', -Infinity],
    ['a BigInt', 10n],
    ['the first half of a character', '\ud800'],
    ['the second half', '\udead'],
    ['half a character in a name', { '\ud800': 1 }],
    ['a member that is nothing', { a: undefined }],
    ['an item that is nothing', [undefined]],
  ])('has no text for %s', (_, value) => expect(() => canonicalJson(value)).toThrow(TypeError));
});

describe('numbers in canonical JSON', () => {
  it.each([
    ['0000000000000000', '0'], ['8000000000000000', '0'], ['0000000000000001', '5e-324'], ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'], ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'], ['c340000000000000', '-9007199254740992'], ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'], ['44b52d02c7e14af6', '1e+23'], ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'], ['444b1ae4d6e2ef4f', '999999999999999900000'], ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'], ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'], ['41b3de4355555554', '333333333.33333325'], ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'], ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'], ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('of RFC 8785 appendix B: %s is %s', (bits, text) => expect(canonicalJson(double(bits))).toBe(text));

  it.each([['7fffffffffffffff'], ['7ff0000000000000'], ['fff0000000000000']])('of appendix B: %s is none', (bits) => expect(() => canonicalJson(double(bits))).toThrow(TypeError));

  /** A number in so many digits, rounded exactly, and halves to the even digit. */
  function rounded(value: number, digits: number): string {
    const [up = '', exponent = ''] = value.toExponential(digits).split('e');
    const half = /^50*e/.test(value.toExponential(digits + 40).slice(digits + 2));
    const last = Number(up.at(-1));
    return `${up.slice(0, -1)}${half && last % 2 === 1 ? last - 1 : last}e${exponent}`;
  }

  /** Number::toString of ECMAScript, from the fewest digits that give the number again. */
  function formatted(value: number): string {
    const size = Math.abs(value);
    const text = Array.from({ length: 17 }, (_, digits) => rounded(size, digits)).find((each) => Number(each) === size) ?? '';
    const [mantissa = '', exponent = ''] = text.split('e');
    const digits = mantissa.replace('.', '');
    const point = Number(exponent) + 1;
    const sign = value < 0 ? '-' : '';
    if (point > 21 || point < -5) return `${sign}${digits[0]}${digits.length > 1 ? '.' : ''}${digits.slice(1)}e${point > 0 ? '+' : '-'}${Math.abs(point - 1)}`;
    if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
    return digits.length <= point ? `${sign}${digits.padEnd(point, '0')}` : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
  }

  it('of any bits are written with the fewest digits that give them again', () => {
    const next = random(20_261_124);
    const bits = () => Array.from({ length: 16 }, () => Math.floor(next() * 16).toString(16)).join('');
    const values = Array.from({ length: 10_000 }, () => [double(bits()), (next() - 0.5) * 10 ** Math.floor(next() * 44 - 18), Math.floor(next() * 2 ** 60)]).flat().filter((value) => Number.isFinite(value));
    expect(values.length).toBeGreaterThan(29_000);
    expect(values.filter((value) => canonicalJson(value) !== formatted(value))).toEqual([]);
  });

  it('and members in any order give one text', () => {
    const next = random(8_785);
    const members = Array.from({ length: 60 }, (_, at) => [String.fromCodePoint(at * 1_900 + (at > 28 ? 4_096 : 0)), at] as const);
    const texts = Array.from({ length: 50 }, () => canonicalJson(Object.fromEntries(shuffled(members, next))));
    expect([...new Set(texts)]).toEqual([canonicalJson(Object.fromEntries(members))]);
  });
});

(haveFixture('jcs/input') ? describe : describe.skip)('the test data of the authors of RFC 8785', () => {
  it.each(['arrays', 'french', 'structures', 'unicode', 'values', 'weird'])('%s', (name) => expect(canonicalJson(fixture(`jcs/input/${name}.json`))).toBe(fixtureText(`jcs/output/${name}.json`)));
});

(haveFixture('jcs/es6testfile.txt') ? describe : describe.skip)('the numbers of the authors of RFC 8785', () => {
  it('have the published hash of their first 100,000 lines', () => {
    const bits = fixtureText('jcs/es6testfile.txt').split('\n').slice(0, 100_000).map((line) => line.split(',')[0] ?? '');
    const lines = bits.map((each) => `${each},${canonicalJson(double(each))}\n`).join('');
    expect(createHash('sha256').update(lines).digest('hex')).toBe('22776e6d4b49fa294a0d0f349268e5c28808fe7e0cb2bcbe28f63894e494d4c7');
  });
});
