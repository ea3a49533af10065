/** A line of a text file, or why it is none. */
export interface Line {
  /** Counts from 1. */
  readonly number: number;
  readonly text: string;
  readonly fault?: string;
}

/** An outcome's limit in the API (security.md "Input"), in bytes. */
const LONGEST = 64_000;
const LF = 0x0a;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Lines of UTF-8 as they come, whatever the size of the file or of one line. A byte order mark at the beginning is dropped. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let kept: Buffer[] = [];
  let bytes = 0;
  let number = 0;
  const keep = (part: Buffer) => {
    bytes += part.length;
    if (bytes <= LONGEST) kept.push(part);
  };
  const finish = (): Line => {
    number += 1;
    const line = bytes > LONGEST ? { number, text: '', fault: `longer than ${LONGEST} bytes` } : decode(number, Buffer.concat(kept));
    kept = [];
    bytes = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, from)) {
      keep(chunk.subarray(from, end));
      yield finish();
      from = end + 1;
    }
    keep(chunk.subarray(from));
  }
  if (bytes > 0) yield finish();
}

function decode(number: number, bytes: Buffer): Line {
  try {
    // The decoder itself drops a mark at the beginning of what it is given; only the file's first line may have one.
    const text = utf8.decode(bytes).replace(/\r$/, '');
    return number > 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? { number, text: `\ufeff${text}` } : { number, text };
  } catch {
    return { number, text: '', fault: 'not UTF-8' };
  }
}
