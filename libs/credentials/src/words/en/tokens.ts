/** What secures a document from outside: JWT and SD-JWT. */
export const tokenTexts = {
  // Tokens
  'unsupported-algorithm': 'signatures of the algorithm {algorithm} cannot be checked here',
  'key-in-header': 'the token brings its own key along, in {name}: anybody can do that',
  'unsupported-header': 'tokens with the header {name} cannot be checked here',
  'wrong-token-type': 'the token is of the type {found}, where {wanted} is needed',
  'no-key-named': 'the token does not say which key signed it',
  'invalid-claim': 'the claim {claim} cannot be read',
  'conflicting-claim': 'the claim {claim} says something else than {member}',
  'unsupported-claim': 'tokens with the claim {claim} are of an older form that is not read here',
  'proof-inside-token': 'the token has proofs inside, which are not looked at',
  'unsecured-credential': 'the presentation has a credential that nobody has signed',
  'token-not-yet-valid': 'the token is valid from {from, time} only',
  'wrong-token': 'the token is about {found}, not about {wanted}',

  // Selective disclosure
  'unsupported-digest': 'digests of {algorithm} cannot be checked here',
  'repeated-digest': 'a digest stands twice in the token',
  'unsigned-disclosure': 'something is disclosed that the issuer has not signed',
  'invalid-disclosure': 'a disclosure is not what belongs in its place',
  'reserved-claim': 'a claim may not be named {claim}',
  'claim-there-already': 'the claim {claim} is disclosed where one of this name stands already',
  'claim-not-disclosable': 'the claim {claim} must not be left to the holder to disclose',
  'holder-not-bound': 'it was not signed by its holder for this',
  'no-holder-key': 'it does not name a key of its holder',
  'holder-signature': "the signature is not the holder's, or something was changed since",
  'holder-signed-other': 'the holder has signed something else than what is shown',
  'holder-signed-earlier': 'the holder signed it on {signed, time}, which is too long ago',
} as const;
