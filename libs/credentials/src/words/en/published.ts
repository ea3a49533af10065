/** What a credential points to, and strangers publish: status lists and schemas. */
export const publishedTexts = {
  // What a status list says
  'change-by-list': 'as {issuer} says in its status list',
  'change-by-unsigned-list': 'as its revocation list says',
  'change-by-unsigned-list-with-reason': 'as its revocation list says ({reason})',
  'status-refresh': 'a newer version of it can be had from its issuer',
  'status-message': 'its issuer adds: {message}',

  // Why a status cannot be found out
  'status-too-many': 'at most {most} places of a status are looked at',
  'status-type': 'a status of the type {type} cannot be read here',
  'status-entry-invalid': 'the place of its status is not written as it has to be: {reason}',
  'status-purpose-unknown': 'what the status {purpose} means is not known here',
  'status-index-out-of-range': 'the status list has no entry {index}',
  'status-list-unverified': 'the status list is not to be relied on: {reason}',
  'status-list-invalid': 'what is published there is no status list: {reason}',
  'status-list-other': 'what is published there calls itself another list, {found}',
  'status-list-issuer': 'the status list is by {found}, whom the issuer has not named',
  'status-list-purpose': 'the status list is not about {purpose}',
  'status-list-too-short': 'the status list has fewer than {least, number} entries, and could give away who is asked about',
  'status-list-unpackable': 'the status list cannot be unpacked to {most, number} bytes or fewer',
  'status-list-unsigned': 'nobody has signed the revocation list: it is believed where it revokes, and nowhere else',
  'unreadable-credential': 'it cannot be read as a credential: {reason}',

  // Schemas
  'schema-fits': 'it is as its schema says: {schemas, list}',
  'schema-mismatch': 'it is not as its schema says: {reason}',
  'schema-unavailable': 'its schema cannot be had: {reason}',
  'schema-invalid': 'what is published as its schema is none: {reason}',
  'schema-unsupported': 'its schema cannot be applied here: {reason}',
  'schema-digest': 'what is published as its schema is not what its issuer meant: the digest is another one',
  'schema-too-costly': 'its schema takes too long to apply',
  'schema-too-many': 'at most {most} schemas are applied',
  'schema-type': 'it is of the type {type}',
  'schema-version': 'it is written in {version}',
  'schema-elsewhere': 'it refers to what stands elsewhere, {url}',
  'schema-unverified': 'who published it cannot be verified: {reason}',
} as const;
