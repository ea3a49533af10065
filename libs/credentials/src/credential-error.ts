/** Every reason for which this library refuses to build, sign or read something. */
export type CredentialErrorCode =
  | 'not-a-credential'
  | 'not-a-presentation'
  | 'too-large'
  | 'invalid-duration'
  | 'invalid-key'
  | 'invalid-key-length'
  | 'invalid-key-format'
  | 'invalid-did'
  | 'invalid-status-list'
  | 'short-status-list'
  | 'invalid-token'
  | 'status-index-out-of-range'
  | 'unknown-context'
  | 'context-changed'
  | 'refused-member'
  | 'refused-contexts'
  | 'invalid-structure'
  | 'invalid-dates'
  | 'invalid-open-badge'
  | 'invalid-clr'
  | 'not-canonicalizable'
  | 'invalid-pointer'
  | 'not-disclosable'
  | 'no-base-proof'
  | 'signature-mismatch'
  | 'unknown-image'
  | 'invalid-png'
  | 'invalid-svg'
  | 'nothing-baked'
  | 'baked-twice';

/** A refusal by this library: a stable code, a sentence, and where in the document (JSON Pointer, RFC 6901). */
export class CredentialError extends Error {
  override readonly name = 'CredentialError';

  constructor(
    readonly code: CredentialErrorCode,
    readonly detail: string,
    readonly pointer?: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${detail}${pointer === undefined ? '' : ` (at ${pointer || 'the top'})`}`, options);
  }
}
