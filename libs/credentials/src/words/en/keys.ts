/** Whose key signed. */
export const keyTexts = {
  // Keys
  'unknown-key': '{controller} has no such key',
  'unreadable-key': 'the key cannot be read: {reason}',
  'key-of-other-type': 'it is none of these types of key: {types, row}',
  'key-not-once': 'a verification method has its key once, as publicKeyMultibase or as publicKeyJwk',
  'about-another': 'it is about {found}',
  'unsupported-did-method': 'keys of {method} cannot be found here',
  'invalid-verification-method': '{method} does not name a key in the form of its DID method',
  'key-not-for-purpose': '{controller} does not allow the key for {purpose}',
  'key-revoked': 'the key ended on {ended, date}',
  'did-unavailable': 'the keys of {did} cannot be fetched: {reason}',
  'invalid-did': '{did} is no DID whose document can be looked up',
  'invalid-did-document': 'what {did} points to is not its DID document: {reason}',

  // Issuer binding
  'issuers-key': 'the key belongs to the issuer',
  'no-issuer': 'it does not say who issued it',
  'nobody-bound': 'without a proof that can be read, nobody is bound',
  'not-the-issuers-key': "a proof was made with a key that is not {issuer}'s",

  // Holder binding
  'holders-key': 'shown by {holder}, who signed for this',
  'not-the-holders-key': "a proof was made with a key that is not {holder}'s",
  'subject-is-holder': 'it is about the one who shows it',
  bearer: 'it is not bound to the one who shows it: whoever has it can do that',
} as const;
