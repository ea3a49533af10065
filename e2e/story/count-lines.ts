import { createReadStream } from 'node:fs';

const LF = 0x0a;

/** How many lines a file has, about as fast as it is read. */
export async function countLines(file: string): Promise<number> {
  let lines = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(LF); at !== -1; at = chunk.indexOf(LF, at + 1)) lines += 1;
  }
  return lines;
}
