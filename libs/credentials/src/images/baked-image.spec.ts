import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { buildAchievementCredential } from '../achievement/build-achievement-credential.js';
import { CredentialError } from '../credential-error.js';
import { random } from '../samples/random.js';
import { fixture, fixtureFolder, fixtureText, haveFixtures } from '../samples/fixtures.config.js';
import { libraryCourse } from '../samples/library-course.js';
import { bakeImage, readBakedImage } from './baked-image.js';
import { badgePng } from './design/badge-png.js';
import { badgeSvg } from './design/badge-svg.js';
import { type Chunk, readChunks, writePng } from './png-chunks.js';

const json = JSON.stringify(buildAchievementCredential(libraryCourse()));
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jws = `${part({ alg: 'EdDSA' })}.${part({ name: 'A token' })}.${'A'.repeat(86)}`;
const refused = (code: string) => expect.objectContaining({ name: 'CredentialError', code });
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

describe('a baked image', () => {
  it.each<['png' | 'svg', string, string]>([
    ['png', 'JSON', json],
    ['png', 'JWS', jws],
    ['svg', 'JSON', json],
    ['svg', 'JWS', jws],
  ])('%s gives back the %s that went in', (kind, _, credential) => {
    expect(readBakedImage(bakeImage(kind, credential))).toEqual({ kind, credential });
  });

  it.each(['png', 'svg'] as const)('%s keeps the same JSON, whatever stands in it', (kind) => {
    const nasty = { name: ']]>]]>', 'a]]>b': '<!--&amp;\u007f\u0085\u2028\ufffe\uffff\\]]>', lone: '\ud800', emoji: '\u{1f600}', controls: '\u0000\u001f' };
    const { credential } = readBakedImage(bakeImage(kind, JSON.stringify(nasty).replaceAll('\\ud800', '\ud800')));
    expect(JSON.parse(credential)).toEqual({ ...nasty, lone: kind === 'svg' ? '\ud800' : '\ufffd' });
  });

  it.each(['png', 'svg'] as const)('%s takes one credential, and nothing else', (kind) => {
    const baked = bakeImage(kind, json);
    expect(() => bakeImage(kind, json, baked)).toThrow(refused('baked-twice'));
    expect(() => readBakedImage(kind === 'png' ? badgePng() : Buffer.from(badgeSvg('x')))).toThrow(refused('nothing-baked'));
    for (const other of ['', 'x', '[]', '"x"', 'null', '{', 'a.b', 'eyJ.eyJ.abc~def~', `${jws}~`]) expect(() => bakeImage(kind, other)).toThrow(refused('not-a-credential'));
    expect(() => bakeImage(kind, JSON.stringify({ name: 'x'.repeat(1024 * 1024) }))).toThrow(refused('too-large'));
  });

  it.each(['', 'x', '%PDF-1.7', 'GIF89a', '{"a":1}', '\u0089PNG'])('is not %j', (bytes) => expect(() => readBakedImage(Buffer.from(bytes))).toThrow(refused('unknown-image')));
  it('has at most 4 MiB', () => expect(() => readBakedImage(Buffer.alloc(4 * 1024 * 1024 + 1))).toThrow(refused('too-large')));
});

describe('in a PNG', () => {
  const [header, pixels, end] = readChunks(badgePng()) as [Chunk, Chunk, Chunk];
  const png = (...between: readonly Chunk[]) => writePng([header, pixels, ...between, end]);
  const iTXt = (flags: readonly number[], body: Uint8Array, keyword = 'openbadgecredential'): Chunk => ({ type: 'iTXt', data: Buffer.concat([Buffer.from(`${keyword}\0`), Buffer.from(flags), Buffer.from('en\0Titel\0'), body]) });
  const plain = iTXt([0, 0], Buffer.from(json));

  it('the chunk is iTXt, not compressed, before the end', () => {
    const baked = readChunks(bakeImage('png', json));
    expect(baked.map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'iTXt', 'IEND']);
    expect(text(baked[2]!.data)).toBe(`openbadgecredential\0\0\0\0\0${json}`);
  });

  it.each<[string, Uint8Array]>([
    ['with a language and a translated keyword', png(plain)],
    ['compressed', png(iTXt([1, 0], deflateSync(json)))],
    ['beside other texts', png({ type: 'tEXt', data: Buffer.from('openbadgecredential\0x') }, iTXt([0, 0], Buffer.from('x'), 'openbadges'), plain)],
    ['before bytes that belong to nothing', Buffer.concat([png(plain), Buffer.from('more')])],
  ])('it is read %s', (_, bytes) => expect(readBakedImage(bytes)).toEqual({ kind: 'png', credential: json }));

  const badChecksum = Buffer.from(png(plain));
  badChecksum.writeUInt8(badChecksum.readUInt8(badChecksum.length - 1) ^ 1, badChecksum.length - 1);
  const longChunk = Buffer.from(png(plain));
  longChunk.writeUInt32BE(0xffff_fff0, 8);
  it.each<[string, string, Uint8Array]>([
    ['twice', 'baked-twice', png(plain, plain)],
    ['with a wrong checksum', 'invalid-png', badChecksum],
    ['with a chunk beyond the end', 'invalid-png', longChunk],
    ['without an end', 'invalid-png', png(plain).subarray(0, -12)],
    ['without a header', 'invalid-png', writePng([pixels, plain, end])],
    ['in a chunk without a type', 'invalid-png', png({ type: 'iT1t', data: Buffer.alloc(0) })],
    ['compressed in another way', 'invalid-png', png(iTXt([1, 1], deflateSync(json)))],
    ['with another flag', 'invalid-png', png(iTXt([2, 0], Buffer.from(json)))],
    ['compressed and cut', 'invalid-png', png(iTXt([1, 0], deflateSync(json).subarray(0, 99)))],
    ['compressed a thousandfold', 'invalid-png', png(iTXt([1, 0], deflateSync(Buffer.alloc(64 * 1024 * 1024, ' '))))],
    ['with no text', 'invalid-png', png({ type: 'iTXt', data: Buffer.from('openbadgecredential\0\0\0') })],
    ['not in UTF-8', 'invalid-png', png(iTXt([0, 0], Buffer.from([0xff, 0xfe])))],
    ['as something else', 'not-a-credential', png(iTXt([0, 0], Buffer.from('https://example.com/assertion')))],
  ])('it is refused %s', (_, code, bytes) => expect(() => readBakedImage(bytes)).toThrow(refused(code)));
});

describe('in an SVG', () => {
  const NS = 'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"';
  const svg = (inner: string, root = `xmlns="http://www.w3.org/2000/svg" ${NS}`, prolog = '') => Buffer.from(`${prolog}<svg ${root}>${inner}</svg>`);
  const element = `<openbadges:credential verify="${jws}"/>`;

  it('it is the first element, under the prefix of the specification', () => {
    expect(text(bakeImage('svg', jws, svg('<g/>', 'xmlns="http://www.w3.org/2000/svg"')))).toBe(`<svg xmlns="http://www.w3.org/2000/svg" ${NS}><openbadges:credential verify="${jws}"></openbadges:credential><g/></svg>`);
    expect(text(bakeImage('svg', '{"a":"]]>"}', svg('<g/>')))).toBe(`<svg xmlns="http://www.w3.org/2000/svg" ${NS}><openbadges:credential><![CDATA[{"a":"]]\\u003e"}]]></openbadges:credential><g/></svg>`);
  });

  it.each<[string, Uint8Array]>([
    ['whose prefix means something else', svg('<g/>', 'xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org"')],
    ['with a byte order mark, a declaration, a DOCTYPE and line ends of all kinds', svg('<g title=">"/>\r\n', 'viewBox="0 0 1 1"\r\n\txmlns="http://www.w3.org/2000/svg"\r', '\ufeff<?xml version="1.0" encoding="utf-8"?>\r\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<!-- <svg> -->\n')],
    ['with characters of two units before the root', svg('<g/>', 'xmlns="http://www.w3.org/2000/svg" id="\u{1f600}"', '<!--\u{1f600}-->')],
  ])('it can be baked into one %s', (_, image) => {
    for (const credential of [json, jws]) expect(readBakedImage(bakeImage('svg', credential, image))).toEqual({ kind: 'svg', credential });
  });

  it.each<[string, Uint8Array, string]>([
    ['under another prefix', svg(`<x:credential xmlns:x="https://purl.imsglobal.org/ob/v3p0" verify="${jws}"/>`), jws],
    ['as text with references', svg('<openbadges:credential> {"a":&quot;&#65;&quot;} </openbadges:credential>'), '{"a":"A"}'],
    ['from text and sections', svg('<openbadges:credential>{"a":<![CDATA["]]><!-- x --><![CDATA[<"]]>}</openbadges:credential>'), '{"a":"<"}'],
    ['deeper down', svg(`<metadata>${element}</metadata>`), jws],
  ])('it is read %s', (_, image, credential) => expect(readBakedImage(image)).toEqual({ kind: 'svg', credential }));

  it.each<[string, string, Uint8Array]>([
    ['twice', 'baked-twice', svg(element + element)],
    ['in both ways', 'baked-twice', svg(`<openbadges:credential verify="${jws}">{}</openbadges:credential>`)],
    ['in the namespace of Open Badges 2', 'nothing-baked', svg(`<a:assertion xmlns:a="http://openbadges.org" verify="${jws}"/>`)],
    ['with elements in it', 'invalid-svg', svg('<openbadges:credential>{<g/>}</openbadges:credential>')],
    ['under a prefix that nobody declared', 'invalid-svg', svg(element, 'xmlns="http://www.w3.org/2000/svg"')],
    ['in something that is no SVG', 'invalid-svg', Buffer.from(`<html ${NS}>${element}</html>`)],
    ['with an entity', 'invalid-svg', svg('<openbadges:credential>&x;</openbadges:credential>')],
    ['with entities of its own', 'invalid-svg', svg(element, undefined, '<!DOCTYPE svg [<!ENTITY x "y">]>')],
    ['with two roots', 'invalid-svg', Buffer.concat([svg(element), svg('')])],
    ['unfinished', 'invalid-svg', svg(element).subarray(0, -3)],
    ['in another encoding', 'invalid-svg', svg(element, undefined, '<?xml version="1.0" encoding="iso-8859-1"?>')],
    ['not in UTF-8', 'invalid-svg', Buffer.concat([Buffer.from('<svg>'), Buffer.from([0xff])])],
    ['nested without end', 'invalid-svg', svg('<openbadges:g>'.repeat(100_000))],
    ['as an address', 'not-a-credential', svg('<openbadges:credential verify="https://example.com/assertion"/>')],
  ])('it is refused %s', (_, code, image) => expect(() => readBakedImage(image)).toThrow(refused(code)));

  it.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', '<svg/>', 'x', ''])('it cannot be baked into %j', (image) => expect(() => bakeImage('svg', jws, Buffer.from(image))).toThrow(refused('invalid-svg')));
});

describe('the default badge', () => {
  it('is a PNG of 400 x 400 pixels with nothing but the disc in it', () => {
    const [header, pixels] = readChunks(badgePng());
    const rows = inflateSync(pixels!.data);
    const pixel = (x: number, y: number) => rows.subarray(y * 1601 + 1 + x * 4).subarray(0, 4).toString('hex');
    expect(Buffer.from(header!.data).toString('hex')).toBe('00000190000001900806000000');
    expect(rows.length).toBe(400 * 1601);
    expect([pixel(0, 0).slice(6), pixel(200, 16), pixel(200, 300), pixel(184, 240)]).toEqual(['00', '1b6b45ff', '14532dff', 'ffffffff']);
    expect(badgePng().length).toBeLessThan(25_000);
  });

  it('is an SVG with the name of the achievement, in lines', () => {
    const badge = text(bakeImage('svg', json));
    expect([...badge.matchAll(/<tspan[^>]*>([^<]*)/g)].map(([, line]) => line)).toEqual(['Digital basics']);
    const lines = (name: string) => [...badgeSvg(name).matchAll(/<tspan[^>]*>([^<]*)/g)].map(([, line]) => line);
    expect(lines('Working with timber & <b>tools</b>, third level')).toEqual(['Working with', 'timber &amp;', '&lt;b&gt;tools&lt;/b&gt;,', 'third level']);
    expect(lines('Donaudampfschifffahrt')).toEqual(['Donaudampfschif', 'ffahrt']);
    expect(lines('one two three four five six seven eight nine ten eleven twelve thirteen')).toEqual(['one two three', 'four five six', 'seven eight', 'nine ten eleven…']);
    expect(lines('\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'.repeat(16)).length).toBe(2);
    expect(lines('x'.repeat(1_000_000)).length).toBe(4);
    expect(lines('a\u0000b')).toEqual(['a\ufffdb']);
    expect(lines(' ')).toEqual([]);
  });

  it.each([['{}', 'Credential'], ['{"name":"Record"}', 'Record'], [`${part({})}.${part({ vc: { name: 'In a token' } })}.x`, 'In a token'], ['eyJ.eyJ.x', undefined]])('of %s is called %s', (credential, name) => {
    if (name === undefined) expect(() => bakeImage('svg', credential)).toThrow(refused('not-a-credential'));
    else expect(text(bakeImage('svg', credential))).toContain(`<title>${name}</title>`);
  });
});

describe('broken images', () => {
  const outcome = (bytes: Uint8Array): string => {
    try {
      return readBakedImage(bytes).credential;
    } catch (error) {
      if (error instanceof CredentialError) return error.code;
      throw error;
    }
  };
  const codes = ['unknown-image', 'invalid-png', 'invalid-svg', 'nothing-baked', 'baked-twice', 'not-a-credential', 'too-large'];
  const next = random(20_261_124);
  const below = (limit: number) => Math.floor(next() * limit);
  const flipped = (bytes: Uint8Array) => {
    const copy = Buffer.from(bytes);
    for (let times = 1 + below(4); times > 0; times -= 1) copy[below(copy.length)]! ^= 1 << below(8);
    return copy;
  };
  const resealed = (bytes: Uint8Array) => {
    const copy = Buffer.from(bytes);
    const end = copy.length - 16;
    copy[end - 1 - below(json.length + 30)]! ^= 1 << below(8);
    copy.writeUInt32BE(crc32(copy.subarray(copy.indexOf('iTXt'), end)), end);
    return copy;
  };
  const [png, svg, token] = [bakeImage('png', json), bakeImage('svg', json), bakeImage('svg', jws)];

  it('of a PNG are refused with a code, at every length and with 5,000 flipped bits', () => {
    for (let length = 0; length < png.length; length += 1) expect(codes).toContain(outcome(png.subarray(0, length)));
    for (let turn = 0; turn < 5_000; turn += 1) expect([...codes, json]).toContain(outcome(flipped(png)));
    for (let turn = 0; turn < 2_000; turn += 1) expect(outcome(resealed(png))).not.toBe(json);
  });

  it('of an SVG are refused with a code or give another text, at every length and with 5,000 flipped bits', () => {
    for (const baked of [svg, token]) {
      for (let length = 0; length < baked.length - 1; length += 1) expect(codes).toContain(outcome(baked.subarray(0, length)));
      for (let turn = 0; turn < 2_500; turn += 1) expect(outcome(flipped(baked))).toMatch(/^(\{|[\w-]+\.|[a-z]+-)/);
    }
  });
});

(haveFixtures ? describe : describe.skip)('1EdTech’s baked samples', () => {
  const sample = (file: string) => readBakedImage(readFileSync(join(fixtureFolder, 'ob30-samples', file)));
  it.each(['simple-json.png', 'simple-json.svg'])('%s carries the badge of simple.json', (file) => {
    const { kind, credential } = sample(file);
    expect(file).toMatch(new RegExp(`${kind}$`));
    expect(JSON.parse(credential)).toMatchObject({ id: fixture('ob30-samples/simple.json').id, proof: [{ cryptosuite: 'eddsa-rdfc-2022' }] });
  });
  it.each(['simple-jwt.png', 'simple-jwt_v1.png', 'simple-jwt.svg', 'simple-jwt_v1.svg'])('%s carries a token', (file) => {
    expect(sample(file).credential.split('.').map((each) => each.length > 100)).toEqual([true, true, true]);
  });
  it('other samples are no images', () => expect(() => readBakedImage(Buffer.from(fixtureText('ob30-samples/simple.jwt')))).toThrow(refused('unknown-image')));
});
