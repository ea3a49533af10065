/** What strangers publish, and why it is not to be had. */
export const fetchingTexts = {
  // Foreign documents
  'fetch-invalid-url': '{url} is no URL that is fetched from',
  'fetch-not-https': 'only https is fetched from, not {scheme}',
  'fetch-refused-port': 'only port 443 is fetched from, not {port}',
  'fetch-refused-address': '{host} is not a public host',
  'fetch-timeout': '{host} did not answer in time',
  'fetch-too-large': 'the answer of {host} is larger than {most, number} bytes',
  'fetch-redirect': '{host} answers with a redirect, status {status}, which is not followed',
  'fetch-http-status': '{host} answers with status {status}',
  'fetch-encoded': 'the answer of {host} is encoded as {encoding}',
  'fetch-media-type': 'the answer of {host} is of the media type {type}',
  'fetch-not-json': 'the answer of {host} is not JSON with one reading: {reason}',
  'fetch-failed': 'nothing could be fetched from {host}: {reason}',
  'no-answer': 'there is no answer',
  'no-address': 'it has no address',
  'fetch-limit': 'too many documents of {host} are asked for at the moment',
} as const;
