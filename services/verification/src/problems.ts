import { problemTable } from '@laurel/runtime';

/** Every refusal that verification makes. A credential that is no good is none of them: that is an answer. */
export const problem = problemTable({
  'not-a-credential': {
    status: 422,
    title: 'This is no credential',
    advice: 'Send {"verifiableCredential": ...} with the credential itself: the JSON object as you got it, or its JWT as a string. Of a presentation, send the credential in it.',
  },
  'credential-too-large': {
    status: 422,
    title: 'The credential is too large to be checked',
    advice: 'At most 64 levels and 10,000 members are read. Ask the issuer for a smaller one.',
  },
  'unknown-credential': {
    status: 409,
    title: 'The status of a credential changed that was never issued',
    advice: 'For the operator: look for the dead letter of its credential.issued event, and replay that one first (npm run laurel).',
  },
});
