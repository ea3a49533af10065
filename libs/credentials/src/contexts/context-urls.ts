/** VC Data Model 2.0 section 4.3: the first item of every 2.0 credential's `@context`. */
export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2';
/** VC Data Model 1.1 section 4.1: the first item of every 1.1 credential's `@context`. */
export const CREDENTIALS_V1 = 'https://www.w3.org/2018/credentials/v1';
/** Open Badges 3.0.3, what Laurel issues. */
export const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

export const DATA_INTEGRITY_V1 = 'https://w3id.org/security/data-integrity/v1';
export const DATA_INTEGRITY_V2 = 'https://w3id.org/security/data-integrity/v2';
export const MULTIKEY_V1 = 'https://w3id.org/security/multikey/v1';
export const DID_V1 = 'https://www.w3.org/ns/did/v1';

/** Every published context of Open Badges 3.0. */
export const OPEN_BADGES_VERSIONS: readonly string[] = [
  'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
  OPEN_BADGES,
];
/** Names of 1EdTech's schema, status and refresh types. */
export const OPEN_BADGES_EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';

/** Comprehensive Learner Record 2.0.1, what Laurel issues. */
export const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
/** CLR 2.0 as it was first published, on VC Data Model 1.1. */
export const CLR_FIRST = 'https://purl.imsglobal.org/spec/clr/v2p0/context.json';
