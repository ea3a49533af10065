import { parseUrl } from '@laurel/runtime';
import { FetchError } from '../fetch-fault.js';

/** Longest URL that is fetched, in characters. */
const LONGEST = 2_048;

/**
 * The one spelling of a URL that may be fetched, without its fragment (WHATWG URL): hosts in octal, decimal or hexadecimal,
 * in wide digits or as IDN are by then the dotted address or the A-label that they mean.
 * @throws FetchError `fetch-invalid-url`, `fetch-not-https`, `fetch-refused-port`
 */
export function foreignUrl(text: string, { anyPort }: { readonly anyPort: boolean }): URL {
  // what some parsers drop or turn round, others read as part of the host
  const url = text.length > LONGEST || /[\s\\\p{Cc}]/u.test(text) ? undefined : parseUrl(text);
  if (!url) throw invalid(text);
  if (url.protocol !== 'https:') throw new FetchError('fetch-not-https', { scheme: url.protocol.slice(0, -1) });
  // who writes user information or a trailing dot has something to hide
  if (url.username !== '' || url.password !== '' || url.hostname.endsWith('.')) throw invalid(text);
  if (url.port !== '' && !anyPort) throw new FetchError('fetch-refused-port', { port: url.port });
  url.hash = '';
  return url;
}

const invalid = (url: string) => new FetchError('fetch-invalid-url', { url: url.slice(0, 200) });
