import { CredentialError } from '../credential-error.js';
import { carriedText } from './carried-text.js';
import { decodeInternationalText, encodeInternationalText, keywordOf } from './international-text.js';
import { type Chunk, readChunks, writePng } from './png-chunks.js';

/** Open Badges 3.0 section 5.3.1.1. */
const KEYWORD = 'openbadgecredential';

const carries = ({ type, data }: Chunk): boolean => type === 'iTXt' && keywordOf(data) === KEYWORD;

/** A PNG with the credential in a chunk of its own (section 5.3.1.1). Throws `invalid-png`, `baked-twice` if it carries one already. */
export function bakePng(image: Uint8Array, credential: string): Uint8Array {
  const chunks = readChunks(image);
  if (chunks.some(carries)) throw new CredentialError('baked-twice', 'the image carries a credential already');
  const baked: Chunk = { type: 'iTXt', data: encodeInternationalText(KEYWORD, carriedText(credential)) };
  return writePng(chunks.toSpliced(-1, 0, baked));
}

/** The credential in a PNG (section 5.3.1.2). Throws `invalid-png`, `nothing-baked`, `baked-twice`, `not-a-credential`, `too-large`. */
export function readPng(image: Uint8Array): string {
  const [baked, second] = readChunks(image).filter(carries);
  if (!baked) throw new CredentialError('nothing-baked', 'the PNG carries no credential');
  if (second) throw new CredentialError('baked-twice', 'the PNG carries more than one credential');
  return carriedText(decodeInternationalText(baked.data));
}
