import type { RefusalCode } from '@laurel/events';
import { problemTable, type ProblemKind } from '@laurel/runtime';

const RESUBMIT = 'then have the outcome decided again: POST /v1/outcomes/{id}/resubmission.';

/**
 * Why an outcome does not become a credential, and what requests are refused for. The status of the former is what a request gets where the reason is known at once;
 * here it is known later, so the outcome ends as `refused`, with this code.
 */
export const problem = problemTable({
  'unknown-achievement': {
    status: 422,
    title: 'No achievement has this id',
    advice: `Look the id up at GET /v1/achievements or publish the achievement (POST /v1/achievements), ${RESUBMIT}`,
  },
  'foreign-achievement': {
    status: 403,
    title: 'The achievement is another provider\'s',
    advice: 'Publish an achievement of your own (POST /v1/achievements) and submit the outcome with its id, under a new externalId.',
  },
  'provider-not-approved': {
    status: 403,
    title: 'The provider is not approved',
    advice: `Ask the operator to approve the provider, ${RESUBMIT}`,
  },
  'provider-suspended': {
    status: 403,
    title: 'The provider is suspended',
    advice: `Clear the matter up with the operator; when the provider is reinstated, ${RESUBMIT}`,
  },
  'not-accredited': {
    status: 403,
    title: 'No accreditation of the provider covers the achievement',
    advice: `Compare the achievement's form of learning, type, fields and level with the accreditations at GET /v1/providers/{id}; ask the operator for one that covers it, ${RESUBMIT}`,
  },
  'accreditation-lapsed': {
    status: 403,
    title: 'No accreditation was in force on the day of the achievement',
    advice: `Compare achievedOn with validFrom and validUntil of the accreditations at GET /v1/providers/{id}; ask the operator for one that includes the day, ${RESUBMIT}`,
  },
  'credential-refused': {
    status: 422,
    title: 'The credential cannot be signed like this',
    advice: 'Mend what errors points to (JSON pointers into the request). Its issuer is the DID of the endpoint, its contexts are ones that Laurel knows, every word in it has a meaning there, and places in status lists are given by Laurel.',
  },
  'no-status-place': {
    status: 409,
    title: 'The status of the credential is not kept here',
    advice: 'It was issued with a status of another kind, or under VC Data Model 1.1, which has no word for ours. Change it where it is kept.',
  },
  'revoked-for-good': {
    status: 409,
    title: 'A revocation is for good',
    advice: 'Issue another credential.',
  },
  'other-status-place': {
    status: 409,
    title: 'The status stands elsewhere',
    advice: 'Send the credentialStatus entry as the credential has it, or type and statusPurpose alone.',
  },
  'not-acceptable': {
    status: 406,
    title: 'There is no such form of it',
    advice: 'Send an Accept that includes one of the media types that the detail names, or none; or name a format: ?format=.',
  },
  'nothing-to-compile': {
    status: 404,
    title: 'There is nothing to compile a record of',
    advice: 'A record holds the credentials that stand: look at GET /v1/credentials, and ask without filters.',
  },
  'record-too-large': {
    status: 422,
    title: 'The record is too large for one credential',
    advice: 'A record is at most what POST /v1/verifications takes: 10,000 members (some 50 to 100 credentials as JSON) and 1 MB. Ask with ?parts=jwt, where each credential counts as one member, or compile several records: by ?providerId=, ?formOfLearning= or ?credentialIds=.',
  },
} satisfies Record<RefusalCode | 'not-acceptable' | 'nothing-to-compile' | 'record-too-large' | 'credential-refused' | 'no-status-place' | 'revoked-for-good' | 'other-status-place', ProblemKind>);
