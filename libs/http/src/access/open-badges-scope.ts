/** What a learner may let a wallet read (Open Badges 3.0 section 6.2.1). */
export const READ_CREDENTIALS = 'https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly';
export const READ_PROFILE = 'https://purl.imsglobal.org/spec/ob/v3p0/scope/profile.readonly';
