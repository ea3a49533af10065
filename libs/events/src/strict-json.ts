export interface JsonLimits {
  readonly depth: number;
  /** Members of objects and elements of arrays, all levels together. */
  readonly members: number;
}

/** Why a text is not read: it is no JSON that has one reading, or there is too much of it. */
export class UnreadableJson extends Error {
  override readonly name = 'UnreadableJson';

  constructor(
    readonly code: 'malformed' | 'too-large',
    message: string,
  ) {
    super(message);
  }
}

/** What stands between and around values: white space and signs. */
const BETWEEN = new Set(' \t\n\r{}[],:');
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Parses a JSON text (RFC 8259) the way that leaves no room for two readings: UTF-8 without a byte order mark,
 * no member name twice in an object (RFC 8259 section 4 calls the result unpredictable), no number beyond a double.
 * Throws UnreadableJson.
 */
export function parseStrictJson(bytes: Uint8Array, limits: JsonLimits): unknown {
  const text = decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UnreadableJson('malformed', error instanceof SyntaxError ? error.message.slice(0, 200) : 'It is not JSON.');
  }
  inspect(text, limits);
  return value;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) throw new UnreadableJson('malformed', 'It begins with a byte order mark.');
  try {
    return utf8.decode(bytes);
  } catch {
    throw new UnreadableJson('malformed', 'It is not valid UTF-8.');
  }
}

/** Walks the tokens of a text that is known to be JSON, for what JSON.parse lets pass. */
function inspect(text: string, limits: JsonLimits): void {
  const open: (Set<string> | undefined)[] = [];
  let members = 0;
  let before = '';
  for (let at = 0; at < text.length; ) {
    const token = text.slice(at, endOfToken(text, at));
    at += token.length;
    if (token === '{' || token === '[') {
      open.push(token === '{' ? new Set() : undefined);
      if (open.length > limits.depth) throw new UnreadableJson('too-large', `It is nested deeper than ${limits.depth} levels.`);
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (token === ':') {
      const names = open.at(-1);
      const name: unknown = JSON.parse(before);
      if (typeof name !== 'string' || !names) throw new Error('a text that JSON.parse accepted is not JSON');
      if (names.has(name)) throw new UnreadableJson('malformed', `The member ${before.slice(0, 100)} stands twice in one object.`);
      names.add(name);
    } else if (/^[-\d]/.test(token) && !Number.isFinite(Number(token))) {
      throw new UnreadableJson('malformed', `The number ${token.slice(0, 40)} is too large.`);
    }
    if ((token === ':' || token === ',') && ++members > limits.members) throw new UnreadableJson('too-large', `It has more than ${limits.members} members.`);
    if (token.trim() !== '') before = token;
  }
}

/** By hand, since a regular expression runs out of stack on a string, or a number, of millions of characters. */
function endOfToken(text: string, start: number): number {
  if (text[start] === '"') return endOfString(text, start);
  let end = start + 1;
  if (!BETWEEN.has(text[start] ?? '')) while (end < text.length && !BETWEEN.has(text[end] ?? '')) end += 1;
  return end;
}

/** Behind the quotation mark that ends a string. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

/** An odd number of backslashes stands before it. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === '\\') first -= 1;
  return (at - first) % 2 === 1;
}
