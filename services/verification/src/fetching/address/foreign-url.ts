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
  if (text.length > LONGEST || /[\s\\\p{Cc}]/u.test(text) || !URL.canParse(text)) throw new FetchError('fetch-invalid-url', 'this is no URL that is fetched');
  const url = new URL(text);
  if (url.protocol !== 'https:') throw new FetchError('fetch-not-https', `only https is fetched, not ${url.protocol.slice(0, 20)}`);
  if (url.username !== '' || url.password !== '') throw new FetchError('fetch-invalid-url', 'a URL with user information is not fetched');
  if (url.hostname.endsWith('.')) throw new FetchError('fetch-invalid-url', 'a host with a trailing dot is not fetched');
  if (url.port !== '' && !anyPort) throw new FetchError('fetch-refused-port', `only port 443 is fetched from, not ${url.port}`);
  url.hash = '';
  return url;
}
