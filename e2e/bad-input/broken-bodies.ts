import { gzipSync } from 'node:zlib';

export interface BrokenBody {
  readonly what: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where exactly one answer is right. */
  readonly status?: number;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const MB = 1_000_000;

/** Bodies that are wrong before anybody looks at a member, made from a good one; `limit` is the route's, in bytes. */
export function brokenBodies(good: object, limit: number): BrokenBody[] {
  const text = JSON.stringify(good);
  const inserted = (member: string) => `{${member},${text.slice(1)}`;
  const json = (what: string, body: string | Uint8Array, status?: number): BrokenBody => ({ what, body, headers: JSON_TYPE, status });
  return [
    json('nothing', ''), json('half an object', text.slice(0, -1), 400), json('an array', `[${text}]`, 422), json('a string', '"x"', 422), json('a number', '17', 422), json('null', 'null', 422),
    json('a comma too many', `${text.slice(0, -1)},}`, 400), json('a comment', `/* x */${text}`, 400), json('single quotes', text.replaceAll('"', "'"), 400), json('two texts', `${text}${text}`, 400),
    json('NaN', inserted('"x":NaN'), 400), json('a byte order mark', `\ufeff${text}`, 400), json('a NUL behind it', `${text}\0`, 400),
    json('UTF-16', Buffer.from(text, 'utf16le'), 400), json('invalid UTF-8', Buffer.concat([Buffer.from('{"x":"'), Buffer.from([0xc3, 0x28]), Buffer.from(`",${text.slice(1)}`)]), 400),
    json('an overlong encoding', Buffer.concat([Buffer.from('{"x":"'), Buffer.from([0xc0, 0xaf]), Buffer.from(`",${text.slice(1)}`)]), 400),
    json('a member twice', inserted('"x":1,"x":1'), 400), json('a number beyond doubles', inserted('"x":1e400')),
    json('200 levels', inserted(`"x":${'['.repeat(200)}${']'.repeat(200)}`)), json('100,000 levels', `${'['.repeat(100_000)}${']'.repeat(100_000)}`), json('20,000 members', inserted(Array.from({ length: 20_000 }, (_, n) => `"m${n}":1`).join(','))),
    json('__proto__', inserted('"__proto__":{"polluted":true}'), 422), json('constructor', inserted('"constructor":{"prototype":{"polluted":true}}'), 422), json('prototype', inserted('"prototype":{}'), 422),
    json('an unknown member', inserted('"surprise":1'), 422), json('an unknown member with a lone surrogate for a name', inserted('"\\ud800":1'), 422),
    json('more than the route takes', inserted(`"x":"${'x'.repeat(limit)}"`), 413), json('more than any route takes', inserted(`"x":"${'x'.repeat(8 * MB + 400_000)}"`), 413),
    { what: 'gzip', body: gzipSync(text), headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, status: 415 },
    { what: 'a gzip bomb', body: gzipSync(Buffer.alloc(10 * MB)), headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, status: 415 },
    { what: 'gzip that does not say so', body: gzipSync(text), headers: JSON_TYPE, status: 400 },
    { what: 'plain text', body: text, headers: { 'content-type': 'text/plain' }, status: 415 }, { what: 'XML', body: '<x/>', headers: { 'content-type': 'application/xml' }, status: 415 },
    { what: 'a form', body: 'x=1', headers: { 'content-type': 'application/x-www-form-urlencoded' }, status: 415 },
    { what: 'a file upload', body: '--b\r\n\r\nx\r\n--b--', headers: { 'content-type': 'multipart/form-data; boundary=b' }, status: 415 },
  ];
}
