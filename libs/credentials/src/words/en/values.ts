/** Why a value is not what its schema asks for; `{member}` is its name. */
export const valueTexts = {
  // What zod finds
  'value-missing': '{member} is missing',
  'value-of-other-type': '{member} is not of the type {type}',
  'value-not-among': '{member} is none of: {values, row}',
  'value-too-small': '{member} has less than {least, number}',
  'value-too-large': '{member} has more than {most, number}',
  'value-in-other-form': '{member} is not in its form: {form}',
  'value-not-foreseen': '{member} has what is not foreseen: {names, row}',
  'value-refused': '{member} is not as required',
  'the-document': 'the document',

  // What our schemas ask for besides
  'must-be-uri': '{member} must be a URL',
  'must-contain': '{member} must contain {wanted}',
  'must-make-a-claim': '{member} must make a claim',
  'must-be-language-tag': '{member} must be a language tag',
  'must-be-sri-digest': '{member} must be a digest of SHA-256, 384 or 512 as Subresource Integrity writes it',
  'must-be-multibase-digest': '{member} must be a digest of SHA-256, 384 or 512 in Multibase',
  'must-have-digest': '{member} must have a digest',
  'must-be-published-digest': '{member} has another digest than what is published there',
  'must-not-repeat': '{member} must not have a resource twice',
  'must-say-who': '{member} must say who: an id or an identifier',
  'must-be-hexadecimal': '{member} must be hexadecimal, as 0x0',
  'must-be-decimal': '{member} must be a number in base 10',
  'must-have-messages': '{member} must have one message for each value that a status can have',
  'must-be-compact-jws': '{member} must be a compact JWS',

  // Members that no document may have
  'member-is-keyword': 'the JSON-LD keyword {name} is not allowed',
  'member-is-class': '{name} is the name of a class, not of a member',
  'member-is-of-prototype': 'a member named {name} is not allowed',
  'id-is-blank-node': 'an id is a URL, not a blank node',
} as const;
