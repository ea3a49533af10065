/** What a credential is: structure, contexts, dates, schema. */
export const documentTexts = {
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
  'context-keyword': 'a context that is written out may not have {keyword}',

  // Dates
  'valid-without-end': 'valid, without an end',
  'valid-until': 'valid until {until, date}',
  'invalid-date': '{member} is not a date and time with a time zone',
  'invalid-period': '{until} lies before {from}',
  'not-yet-valid': 'it is valid from {from, time} only',
  expired: 'it expired on {until, date}',

  // Schema
  'open-badge': 'an Open Badge 3.0 achievement credential',
  'learner-record': 'a Comprehensive Learner Record 2.0',
  'no-schema': 'it names no schema, and is neither an Open Badge nor a learner record',
  'open-badges-context-missing': 'an Open Badge names a context of Open Badges 3.0',
  'invalid-open-badge': '{reason}',
  'clr-context-missing': 'a learner record names a context of CLR 2.0',
  'invalid-clr': '{reason}',

  // All of them
  'not-asked': 'this was not asked',
} as const;
