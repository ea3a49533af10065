import { crc32 } from 'node:zlib';
import { CredentialError } from '../credential-error.js';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Length, type and checksum: what a chunk has besides its data. */
const FRAME_BYTES = 12;

/** A chunk of a PNG (PNG section 5.3): four letters and the data. */
export interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.equals(bytes.subarray(0, SIGNATURE.length));

/**
 * The chunks of a PNG from IHDR to IEND, every checksum checked; the picture itself is not unpacked, and what follows IEND
 * is no part of it. Throws `invalid-png`.
 */
export function readChunks(png: Uint8Array): Chunk[] {
  if (!isPng(png)) throw invalid('it does not begin as a PNG does');
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; chunks.at(-1)?.type !== 'IEND'; ) {
    const chunk = readChunk(bytes, at);
    if (chunks.length === 0 && chunk.type !== 'IHDR') throw invalid('IHDR is not its first chunk');
    chunks.push(chunk);
    at += chunk.data.length + FRAME_BYTES;
  }
  return chunks;
}

function readChunk(bytes: Buffer, at: number): Chunk {
  if (at + FRAME_BYTES > bytes.length) throw invalid('it ends before IEND');
  const end = at + 8 + bytes.readUInt32BE(at);
  if (end + 4 > bytes.length) throw invalid('a chunk is longer than the file');
  const type = bytes.toString('latin1', at + 4, at + 8);
  if (!/^[A-Za-z]{4}$/.test(type)) throw invalid('a chunk has no type');
  if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) throw invalid(`the checksum of a ${type} chunk does not fit`);
  return { type, data: bytes.subarray(at + 8, end) };
}

export const writePng = (chunks: readonly Chunk[]): Uint8Array => Buffer.concat([SIGNATURE, ...chunks.flatMap(writeChunk)]);

function writeChunk({ type, data }: Chunk): Uint8Array[] {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return [length, body, checksum];
}

const invalid = (detail: string): CredentialError => new CredentialError('invalid-png', detail);
