import { problemTable } from '@laurel/runtime';

/** Every refusal that learner records make. */
export const problem = problemTable({
  'external-id-conflict': {
    status: 409,
    title: 'Another outcome was submitted under this externalId',
    advice: 'Send a new outcome under a new externalId. To take the first one back, POST its withdrawal.',
  },
  'foreign-achievement': {
    status: 403,
    title: 'The achievement belongs to another provider',
    advice: 'Submit outcomes for your own achievements only; GET /v1/achievements?providerId= lists them.',
  },
  'outcome-refused': {
    status: 409,
    title: 'The outcome was refused, so there is nothing to withdraw',
    advice: 'Mend what its refusal says and POST its resubmission, or leave it as it is.',
  },
  'outcome-already-withdrawn': {
    status: 409,
    title: 'The outcome was withdrawn already, for another reason',
    advice: 'Nothing is left to do: the first withdrawal stands with its reason.',
  },
  'outcome-not-refused': {
    status: 409,
    title: 'Only a refused outcome can be resubmitted',
    advice: 'Look at its status at GET /v1/outcomes/{id}.',
  },
  'sign-in-refused': {
    status: 401,
    title: 'This code does not sign in',
    advice: 'Codes are good for ten minutes, five tries and one use, and only the newest counts. Ask for a new one with POST /v1/sign-in/codes.',
  },
});
