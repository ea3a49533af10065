/** What the summary of a verification says to somebody who has to decide: parts of sentences, put together from the outside in. */
export const summaryTexts = {
  // The sentence of a genuine credential
  'sentence-standing': 'Genuine and still standing: {claim}.',
  'sentence-genuine': 'Genuine: {claim}.',
  'sentence-unrecognised': 'Unrecognised issuer: nobody that Laurel knows recognises it; {claim}.',
  'sentence-own-word': 'Only the word of its issuer: nothing that was recorded and decided stands behind it; {claim}.',
  'sentence-trouble': '{trouble, start}; {claim}.',
  'sentence-unrecognised-trouble': 'Unrecognised issuer, and {trouble}; {claim}.',

  // What is wrong with one that is genuine
  'no-longer-stands': '{standing}: it no longer stands',
  'does-not-stand-now': '{standing}: it does not stand at the moment',
  'was-replaced': '{standing}: a corrected one has taken its place',
  'not-confirmed': 'not confirmed, as it cannot be found out whether it still stands',
  'is-expired': 'expired on {until, date}',
  'is-not-yet-valid': 'not valid before {from, time}',
  'is-not-valid': 'not valid: {reason}',

  // The sentence of one that is not known to be genuine: nothing of what stands in it
  'sentence-unsigned': 'Not signed: anybody could have written it.',
  'sentence-altered': 'Not genuine: the signature does not fit the content, so something was changed or another key signed; nothing that it says can be relied on.',
  'sentence-not-the-issuer': 'Not genuine: it was not signed by the issuer that it names; nothing that it says can be relied on.',
  'sentence-key-ended': 'Not genuine: the key that signed it had ended; nothing that it says can be relied on.',
  'sentence-bad-proof': 'Not genuine: what secures it is not in order; nothing that it says can be relied on.',
  'sentence-malformed': 'Not valid: it is not written as a credential has to be; nothing that it says can be relied on.',
  'sentence-unknown-terms': 'Not checkable here: it uses terms that Laurel does not know, and could mean something else than it seems to.',
  'sentence-unsupported': 'Not checkable here: it is secured in a way that Laurel does not read.',
  'sentence-keys-unavailable': 'Not confirmed: the keys of its issuer cannot be had at the moment, so whether it is genuine is not known.',

  // Who says what
  who: '{issuer}',
  'who-recognised': '{issuer}, recognised by {accreditor},',
  'who-recognised-then': '{issuer}, recognised by {accreditor} when it was issued but no longer,',
  'who-suspended': '{issuer}, recognised by {accreditor} when it was issued but suspended since {since, date},',
  'who-unnamed': 'its issuer',
  claim: '{who} states that {learner} {achieved}',
  'past-claim': '{who} had stated that {learner} {achieved}',
  'claim-in-detail': '{claim} ({details, row})',
  'other-claim': '{who} makes statements about {learner}',
  'past-other-claim': '{who} had made statements about {learner}',
  'record-of-one': '{who} has put together a record of one credential about {learner}',
  record: '{who} has put together a record of {count, number} credentials about {learner}',
  'compiled-record-of-one': '{who} has compiled a record of one credential about {learner}, signed by its own issuer',
  'compiled-record': '{who} has compiled a record of {count, number} credentials about {learner}, each signed by its own issuer',
  achieved: 'achieved “{achievement}”',
  'achieved-on': 'achieved “{achievement}” on {day, date}',
  'achieved-unnamed': 'achieved something that it does not name',

  // The learner, whom no credential of ours names
  'learner-by-hashed-e-mail': 'a person identified by a hashed e-mail address',
  'learner-by-hash': 'a person identified by a hash (of: {type})',
  'learner-by-e-mail': 'the person with the e-mail address {address}',
  'learner-by-identifier': 'the person with the {type} {identifier}',
  'learner-by-id': 'the holder of {id}',
  'learner-unnamed': 'somebody whom it does not name',

  // Details
  'formal-learning': 'formal learning',
  'non-formal-learning': 'non-formal learning',
  'informal-learning': 'informal learning',
  'any-learning': 'learning of every form',
  'no-level': 'no level',
  'at-level': 'EQF level {level}',
  'by-examination': 'assessed by examination',
  'by-practical-test': 'assessed by practical test',
  'by-observation': 'assessed by observation',
  'by-portfolio': 'assessed by portfolio',
  'by-interview': 'assessed by interview',
  'by-peer-review': 'assessed by peer review',
  'by-attendance': 'assessed by attendance',
  'with-one-evidence': 'with one piece of evidence',
  'with-evidence': 'with {count, number} pieces of evidence',
  'until-day': 'valid until {until, date}',

  // What a provider is recognised for
  'recognised-scope': '{limits, row}',
  'scope-forms': '{forms, list}',
  'scope-level': 'up to EQF level {level}',
  'scope-fields': 'field of education {fields, list} (ISCED-F 2013)',
  'scope-types': 'achievements of type {types, list}',
} as const;
