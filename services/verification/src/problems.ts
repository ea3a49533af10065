import { problemTable } from '@laurel/runtime';

/** Every refusal that verification makes. A credential that is no good is none of them: that is an answer. */
export const problem = problemTable({
  'not-a-credential': {
    status: 422,
    title: 'This is no credential',
    advice: 'Send {"verifiableCredential": ...} with the credential itself: the JSON object as you got it, its JWT or SD-JWT as a string, or the PNG or SVG that carries it as a data: URL in base64. A presentation goes to POST /v1/presentations.',
  },
  'not-a-presentation': {
    status: 422,
    title: 'This is no presentation',
    advice: 'Send {"verifiablePresentation": ...} with the presentation itself: the JSON object as you got it, or its JWT as a string. A credential alone goes to POST /v1/verifications.',
  },
  'credential-not-verified': {
    status: 422,
    title: 'The credential is not verified',
    advice: 'Each entry of problemDetails says what failed and where. POST /v1/verifications answers 200 with every check, also of what is no good.',
  },
  'presentation-not-verified': {
    status: 422,
    title: 'The presentation is not verified',
    advice: 'Each entry of problemDetails says what failed and where. POST /v1/presentations answers 200 with every check, also of what is no good.',
  },
  'verification-busy': {
    status: 503,
    title: 'Too many large documents are being checked',
    advice: 'Send it again after the seconds that Retry-After names. Credentials of usual size are not affected.',
  },
  'credential-too-large': {
    status: 422,
    title: 'The credential is too large to be checked',
    advice: 'At most 64 levels and 10,000 members are read, of a learner record 500 credentials, of all that are sent together 1,000. Send less at once, or ask the issuer for a smaller one.',
  },
  'unknown-credential': {
    status: 409,
    title: 'The status of a credential changed that was never issued',
    advice: 'For the operator: look for the dead letter of its credential.issued event, and replay that one first (npm run laurel).',
  },
});
