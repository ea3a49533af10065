import { crc32, deflateSync } from 'node:zlib';
import { bakeImage, type JsonObject } from '@laurel/credentials';
import { unreadable, type Exhibit } from '../../verdicts/judged.js';
import { exhibit } from '../forge.js';

const asUrl = (type: string, bytes: Uint8Array) => `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;
const SIGNATURE_BYTES = 8;
const KEYWORD = 'openbadgecredential';

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE_BYTES; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** A chunk, perhaps with a length or a checksum that is not its own. */
function written({ type, data }: Chunk, { length = data.length, off = 0 } = {}): Buffer {
  const [head, sum, body] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(type, 'latin1'), data])];
  head.writeUInt32BE(length);
  sum.writeUInt32BE((crc32(body) + off) % 2 ** 32);
  return Buffer.concat([head, body, sum]);
}

/** PNGs that carry a good credential, or would, each broken in one way. */
export function pngs(credential: JsonObject): Exhibit[] {
  const json = JSON.stringify(credential);
  const good = Buffer.from(bakeImage('png', json));
  const [chunks, signature] = [chunksOf(good), good.subarray(0, SIGNATURE_BYTES)];
  const png = (list: readonly Buffer[]) => Buffer.concat([signature, ...list]);
  const all = chunks.map((chunk) => written(chunk));
  const baked = chunks.findIndex(({ type }) => type === 'iTXt');
  const withText = (data: Uint8Array) => png(all.with(baked, written({ type: 'iTXt', data })));
  const text = (flags: readonly number[], content: Uint8Array | string = json, parts = [0, 0]) => Buffer.concat([Buffer.from(`${KEYWORD}\0`, 'latin1'), Buffer.from([...flags, ...parts]), Buffer.from(content)]);
  const cases: readonly (readonly [name: string, bytes: Uint8Array, saying: string])[] = [
    ['that carries nothing', png(all.toSpliced(baked, 1)), 'carries no credential'],
    ['that carries two', png(all.toSpliced(baked, 0, all[baked] ?? Buffer.alloc(0))), 'more than one credential'],
    ['without a head', png(all.slice(1)), 'IHDR'],
    ['without an end', png(all.slice(0, -1)), 'before IEND'],
    ['with a chunk longer than the file', png([...all.slice(0, -1), written({ type: 'IEND', data: new Uint8Array() }, { length: 7 })]), 'longer than the file'],
    ['with a chunk without a type', png([...all.slice(0, -1), written({ type: '0000', data: new Uint8Array() }), ...all.slice(-1)]), 'has no type'],
    ['with a wrong checksum', png(all.with(1, written(chunks[1] ?? { type: 'IDAT', data: new Uint8Array() }, { off: 1 }))), 'checksum'],
    ['with a text of one part', withText(Buffer.from(`${KEYWORD}\0`, 'latin1')), 'a part is missing'],
    ['with a text without a language', withText(Buffer.concat([Buffer.from(`${KEYWORD}\0`, 'latin1'), Buffer.of(0, 0), Buffer.from(json)])), 'a part is missing'],
    ['with a text without a translation', withText(Buffer.concat([Buffer.from(`${KEYWORD}\0`, 'latin1'), Buffer.of(0, 0, 0), Buffer.from(json)])), 'a part is missing'],
    ['packed in another way', withText(text([1, 1], deflateSync(json))), 'in no known way'],
    ['packed and not', withText(text([2, 0])), 'in no known way'],
    ['whose text is not UTF-8', withText(text([0, 0], Buffer.of(0xff, 0xfe))), 'not UTF-8'],
    ['that carries no JSON', withText(text([0, 0], 'credential')), 'carries the JSON'],
    ['that carries a list', withText(text([0, 0], '[]')), 'carries the JSON'],
    ['that carries a member twice', withText(text([0, 0], json.replace('{', '{"id":"urn:x:1",'))), 'cannot be read'],
    ['that carries more than a credential', withText(text([0, 0], JSON.stringify({ ...credential, description: 'x'.repeat(1024 * 1024) }))), 'at most 1 MiB'],
    ['larger than any', Buffer.concat([good.subarray(0, -12), written({ type: 'teXt', data: Buffer.alloc(4 * 1024 * 1024) }), good.subarray(-12)]), 'at most 4 MiB'],
    ['that is none', Buffer.from('GIF89a'), 'a PNG or an SVG'],
  ];
  return [
    exhibit('image: in another form', asUrl('gif', good), unreadable('in base64')),
    exhibit('image: with a letter that base64 has not', asUrl('png', good).replace(',', ',*'), unreadable('in base64')),
    exhibit('image: not in base64', `data:image/png,${encodeURIComponent('x')}`, unreadable('in base64')),
    ...cases.map(([name, bytes, saying]) => exhibit(`image: a PNG ${name}`, asUrl('png', bytes), unreadable(saying))),
  ];
}
