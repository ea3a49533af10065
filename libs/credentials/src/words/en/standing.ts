/** What is known outside the document: status, recognition, achievement. */
export const standingTexts = {
  // Status
  'still-stands': 'it was neither revoked nor suspended',
  revoked: 'revoked {change}',
  suspended: 'suspended {change}',
  superseded: 'superseded {change}',
  change: 'by {by} on {at, date}',
  'change-with-reason': 'by {by} on {at, date} ({reason})',
  'withdrawn-by-provider': 'withdrawn by the provider',
  'no-status': 'it was issued without a way to take it back',
  'status-unavailable': 'whether it still stands cannot be found out: {reason}',

  // Recognition
  'compiles-records': 'it is the city itself, which compiles the records of its learners; what is in them is for each issuer to say',
  'recognised-now': 'recognised by {accreditor} when it was issued, and now',
  'issuer-not-recognised': 'nobody that Laurel knows recognises the issuer: it is its own word alone',
  'credential-not-known': 'the issuer is known here, but not this credential',
  'not-an-outcome': '{provider} is known, but says this in its own words: nothing that was recorded and decided stands behind it',
  'not-an-outcome-suspended': '{provider}, suspended since {since, date}, says this in its own words: nothing that was recorded and decided stands behind it',
  'recognition-not-known': 'under what it was issued is not known here yet',
  'provider-suspended': 'recognised by {accreditor} when it was issued; {provider} is suspended now, since {since, date}',
  'recognition-ended': 'recognised by {accreditor} when it was issued, no longer: {ended}',
  'accreditation-withdrawn': 'the accreditation was withdrawn on {on, date}',
  'accreditation-over': 'the accreditation ended on {on, date}',
  'accreditation-not-in-force': 'the accreditation is not in force now',

  // Achievement
  'achievement-as-published': 'as its provider has published it, version {version}',
  'no-achievement': 'it is about no achievement',
  'foreign-achievement': 'the achievement is not one that is published here',
  'achievement-not-known': 'the achievement is not known here yet',
  'achievement-differs': 'its provider has published {published} there',
} as const;
