/** Why a foreign document is not to be had. The list is closed; a judge of documents adds codes of its own. */
export type FetchFaultCode =
  /** no URL, or one with user information, blanks, backslashes, a trailing dot, or more than 2,048 characters */
  | 'fetch-invalid-url'
  | 'fetch-not-https'
  /** another port than 443 */
  | 'fetch-refused-port'
  /** at least one address of the host is not public */
  | 'fetch-refused-address'
  /** DNS, connection, headers and body took longer than 3 s together */
  | 'fetch-timeout'
  /** more than 1 MB */
  | 'fetch-too-large'
  | 'fetch-redirect'
  /** a Content-Encoding, although none was accepted */
  | 'fetch-encoded'
  /** another media type, or a text that is not JSON without a second reading */
  | 'fetch-not-json'
  /** any status but 200; it stands in `status` */
  | 'fetch-http-status'
  /** no address, no connection, no trusted certificate, an answer that broke off */
  | 'fetch-failed'
  /** too many requests to this host, or in all, at the moment */
  | 'fetch-limit';

export interface FetchFault {
  readonly code: FetchFaultCode;
  readonly detail: string;
  /** HTTP status, with `fetch-http-status` and `fetch-redirect`. */
  readonly status?: number;
}

/** Carries a fault to where it becomes a result. It never leaves this folder. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly fault: FetchFault;

  constructor(code: FetchFaultCode, detail: string, status?: number) {
    super(`${code}: ${detail}`);
    this.fault = { code, detail, ...(status !== undefined && { status }) };
  }
}
