/** What a verifier says, in English: message code to text. */
export const english = {
  // Structure
  'data-model': 'a credential of the W3C data model {version}',
  'refused-member': '{reason}',
  'invalid-structure': '{reason}',

  // Contexts
  'contexts-known': 'every context is known and unchanged',
  'no-contexts': 'a credential of this form has no contexts',
  'base-context': 'the first context must be that of the W3C data model, in a list',
  'inline-context': 'a context must be a URL, not written out',
  'unknown-context': '{url} is not one of the contexts that Laurel knows',
  'repeated-context': '{url} is listed twice',

  // Proof
  'signature-genuine': 'the signature is genuine: nothing was changed since',
  'signatures-genuine': 'all {count} signatures are genuine: nothing was changed since',
  'no-proof': 'nobody has signed it',
  unreadable: 'a signature says nothing under members or contexts that are refused',
  'invalid-proof': '{reason}',
  'too-many-proofs': 'at most {most} proofs are looked at',
  'repeated-proof-id': 'two proofs have the id {id}',
  'unsupported-cryptosuite': 'proofs of the suite {suite} cannot be checked here',
  'wrong-proof-purpose': 'the proof is for {found}, where {wanted} is needed',
  'proof-expired': 'the proof expired on {expires}',
  'proof-context': 'the proof has other contexts than the document',
  'proof-domain': 'the proof was made for {found}, not for {wanted}',
  'proof-challenge': 'the proof does not answer the challenge that was given',
  'invalid-proof-value': 'proofValue is not a signature in the form of {suite}',
  'previous-proof-missing': 'the proof builds on another one that is not there',
  'previous-proof-circle': 'proofs build on each other in a circle',
  'wrong-key-type': '{suite} is not signed with a key of {type}',
  'invalid-signature': 'the signature does not fit the content: something was changed, or another key signed',
  'base-proof': 'a base proof is for its holder alone: a part is told with a proof derived from it',
  'disclosure-mismatch': 'the derived proof was made for another document: its labels, indexes or signatures do not fit',
  'not-canonicalizable': '{reason}',

  // Keys
  'unknown-key': '{controller} has no such key',
  'unreadable-key': 'the key cannot be read: {reason}',
  'unsupported-did-method': 'keys of {method} cannot be found here',
  'invalid-verification-method': '{method} does not name a key in the form of its DID method',
  'key-not-for-purpose': '{controller} does not allow the key for {purpose}',
  'key-revoked': 'the key ended on {ended}',
  'did-unavailable': 'the keys of {did} cannot be fetched: {reason}',
  'invalid-did': '{did} is no DID whose document can be looked up',
  'invalid-did-document': 'what {did} points to is not its DID document: {reason}',

  // Foreign documents
  'fetch-invalid-url': '{url} is no URL that is fetched from',
  'fetch-not-https': 'only https is fetched from, not {scheme}',
  'fetch-refused-port': 'only port 443 is fetched from, not {port}',
  'fetch-refused-address': '{host} is not a public host',
  'fetch-timeout': '{host} did not answer in time',
  'fetch-too-large': 'the answer of {host} is larger than {most} bytes',
  'fetch-redirect': '{host} answers with a redirect, status {status}, which is not followed',
  'fetch-http-status': '{host} answers with status {status}',
  'fetch-encoded': 'the answer of {host} is encoded as {encoding}',
  'fetch-media-type': 'the answer of {host} is of the media type {type}',
  'fetch-not-json': 'the answer of {host} is not JSON with one reading: {reason}',
  'fetch-failed': 'nothing could be fetched from {host}: {reason}',
  'fetch-limit': 'too many documents of {host} are asked for at the moment',

  // Issuer binding
  'issuers-key': 'the key belongs to the issuer',
  'no-issuer': 'it does not say who issued it',
  'nobody-bound': 'without a proof that can be read, nobody is bound',
  'not-the-issuers-key': "a proof was made with a key that is not {issuer}'s",
  'binding-not-asked': "whether the key is the issuer's was not asked in this profile",

  // Dates
  'valid-without-end': 'valid, without an end',
  'valid-until': 'valid until {until}',
  'invalid-date': '{member} is not a date and time with a time zone',
  'invalid-period': '{until} lies before {from}',
  'not-yet-valid': 'it is valid from {from} only',
  expired: 'it expired on {until}',

  // Schema
  'open-badge': 'an Open Badge 3.0 achievement credential',
  'no-schema': 'not an Open Badge: there is no schema for it here',
  'open-badges-context-missing': 'an Open Badge names a context of Open Badges 3.0',
  'invalid-open-badge': '{reason}',

  // Status
  'still-stands': 'it was neither revoked nor suspended',
  revoked: 'revoked {change}',
  suspended: 'suspended {change}',
  superseded: 'superseded {change}',
  'no-status': 'it was issued without a way to take it back',
  'status-unavailable': 'whether it still stands cannot be found out: {reason}',

  // Recognition
  'recognised-now': 'recognised by {accreditor} when it was issued, and now',
  'issuer-not-recognised': 'nobody that Laurel knows recognises the issuer',
  'credential-not-known': 'the issuer is known here, but not this credential',
  'recognition-not-known': 'under what it was issued is not known here yet',
  'provider-suspended': 'recognised by {accreditor} when it was issued; {provider} is suspended now, since {since}',
  'recognition-ended': 'recognised by {accreditor} when it was issued, no longer: the accreditation was {ended}',

  // Achievement
  'achievement-as-published': 'as its provider has published it, version {version}',
  'no-achievement': 'it is about no achievement',
  'foreign-achievement': 'the achievement is not one that is published here',
  'achievement-not-known': 'the achievement is not known here yet',
  'achievement-differs': 'its provider has published {published} there',

  // All of them, for a format that is not read
  'unsupported-format': 'credentials secured as a JWT are not checked yet',
  'not-read': 'it cannot be read in this form yet',
} as const satisfies Readonly<Record<string, string>>;
