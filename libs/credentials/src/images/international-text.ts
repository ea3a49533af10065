import { inflateSync } from 'node:zlib';
import { CredentialError } from '../credential-error.js';
import { MAX_CREDENTIAL_BYTES } from './carried-text.js';

/** The keyword of an iTXt chunk (PNG section 11.3.3.4): the Latin-1 text before the first zero. */
export const keywordOf = (data: Uint8Array): string => Buffer.from(data.subarray(0, Math.max(0, data.indexOf(0)))).toString('latin1');

/** An iTXt chunk's data: not compressed, in no particular language. */
export const encodeInternationalText = (keyword: string, text: string): Uint8Array => Buffer.concat([Buffer.from(keyword, 'latin1'), Buffer.alloc(5), Buffer.from(text)]);

/** The text of an iTXt chunk, compressed or not. Throws `invalid-png`, also for text that is not UTF-8 or unpacks to more than 1 MiB. */
export function decodeInternationalText(data: Uint8Array): string {
  const flags = data.indexOf(0) + 1;
  const [compressed, method] = data.subarray(flags, flags + 2);
  const translatedKeyword = data.indexOf(0, flags + 2) + 1;
  const text = data.indexOf(0, translatedKeyword) + 1;
  if (flags === 0 || translatedKeyword === 0 || text === 0) throw invalid('a part is missing');
  if (method !== 0 || (compressed !== 0 && compressed !== 1)) throw invalid('it is compressed in no known way');
  try {
    const bytes = data.subarray(text);
    return new TextDecoder('utf-8', { fatal: true }).decode(compressed === 1 ? inflateSync(bytes, { maxOutputLength: MAX_CREDENTIAL_BYTES }) : bytes);
  } catch (cause) {
    throw invalid('its text is not UTF-8 of at most 1 MiB', cause);
  }
}

const invalid = (detail: string, cause?: unknown): CredentialError => new CredentialError('invalid-png', `an iTXt chunk cannot be read: ${detail}`, undefined, { cause });
